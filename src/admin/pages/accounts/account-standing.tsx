import { Typography } from '@strapi/design-system';
import { StateMark } from '../../components/state-mark';
import type { Account } from '../../newsroom/shapes';

const STANDINGS = {
  well: { shape: 'check', colour: 'success600', word: '正常' },
  byHand: { shape: 'hand', colour: 'warning600', word: '由人发表' },
  unwell: { shape: 'cross', colour: 'danger600', word: '不能发布' },
} as const;

/** Whether an account could publish now, by itself or by a person's hand: word, colour and shape together. */
export function AccountStanding({ account }: { readonly account: Pick<Account, 'healthy' | 'byHand'> }) {
  const { shape, colour, word } = STANDINGS[!account.healthy ? 'unwell' : account.byHand ? 'byHand' : 'well'];
  return (
    <Typography textColor={colour} tag="p">
      <StateMark shape={shape} /> {word}
    </Typography>
  );
}
