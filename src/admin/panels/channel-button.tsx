import { styled } from 'styled-components';
import { StateMark } from '../components/state-mark';

const Chip = styled.button<{ $chosen: boolean }>`
  display: inline-flex;
  align-items: center;
  gap: 2px;
  padding: 4px 8px;
  border-radius: ${({ theme }) => theme.borderRadius};
  font-size: 1.3rem;
  cursor: pointer;
  color: ${({ theme, $chosen }) => ($chosen ? theme.colors.primary700 : theme.colors.neutral700)};
  background: ${({ theme, $chosen }) => ($chosen ? theme.colors.primary100 : 'transparent')};

  svg {
    color: ${({ theme }) => theme.colors.danger600};
  }
`;

interface Props {
  readonly title: string;
  /** Whether something stops this channel. */
  readonly troubled: boolean;
  readonly chosen: boolean;
  readonly onChoose: () => void;
}

/** Chooses the channel whose rendition is shown; there is room for few words, so they may take several lines. */
export function ChannelButton({ title, troubled, chosen, onChoose }: Props) {
  return (
    <Chip
      type="button"
      $chosen={chosen}
      aria-pressed={chosen}
      aria-label={troubled ? `${title}，有问题` : title}
      onClick={onChoose}
    >
      {title}
      {troubled && <StateMark shape="cross" />}
    </Chip>
  );
}
