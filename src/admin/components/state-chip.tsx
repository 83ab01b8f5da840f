import { styled, type DefaultTheme } from 'styled-components';
import type { State } from '../delivery/states';
import { STATE_LOOKS, type Tone } from '../delivery/state-looks';
import { StateMark } from './state-mark';

type Colour = keyof DefaultTheme['colors'];

const TONES: Readonly<Record<Tone, { readonly ink: Colour; readonly ground: Colour }>> = {
  waiting: { ink: 'warning600', ground: 'warning100' },
  working: { ink: 'primary600', ground: 'primary100' },
  done: { ink: 'success600', ground: 'success100' },
  attention: { ink: 'danger600', ground: 'danger100' },
  quiet: { ink: 'neutral600', ground: 'neutral150' },
};

const Chip = styled.span<{ $tone: Tone }>`
  display: inline-flex;
  align-items: center;
  gap: 4px;
  padding: 1px 8px 1px 6px;
  border-radius: ${({ theme }) => theme.borderRadius};
  font-size: 1.3rem;
  line-height: 1.6;
  white-space: nowrap;
  color: ${({ theme, $tone }) => theme.colors[TONES[$tone].ink]};
  background: ${({ theme, $tone }) => theme.colors[TONES[$tone].ground]};
`;

/** The state of a delivery: word, colour and shape together. What it means appears on hover. */
export function StateChip({ state }: { readonly state: State }) {
  const look = STATE_LOOKS[state];
  return (
    <Chip $tone={look.tone} title={look.meaning}>
      <StateMark shape={look.shape} />
      {look.word}
    </Chip>
  );
}
