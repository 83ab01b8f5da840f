import { Flex } from '@strapi/design-system';
import { styled } from 'styled-components';
import { TextField } from '../../components/text-field';

/** Of the design; shown while none is chosen. */
const DEFAULT = '#14527a';

/** As high as the text beside it. */
const Swatch = styled.input`
  width: 4.8rem;
  height: 3.2rem;
  margin-top: 2.2rem;
  padding: 0.2rem;
  border: 1px solid ${({ theme }) => theme.colors.neutral200};
  border-radius: ${({ theme }) => theme.borderRadius};
  background: ${({ theme }) => theme.colors.neutral0};
  cursor: pointer;
`;

interface Props {
  readonly label: string;
  readonly hint: string | undefined;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** A colour, typed or picked; what is chosen is seen beside it. */
export function ColourField({ label, hint, value, onChange }: Props) {
  return (
    <Flex gap={2} alignItems="flex-start" width="100%">
      <TextField label={label} hint={hint} value={value} onChange={onChange} />
      <Swatch
        type="color"
        aria-label={`挑选${label}`}
        value={/^#[0-9a-f]{6}$/i.test(value) ? value : DEFAULT}
        onChange={(event) => onChange(event.target.value)}
      />
    </Flex>
  );
}
