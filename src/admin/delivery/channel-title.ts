import type { Delivery } from '../newsroom/shapes';

/** The channel of a delivery in words, with what it does there where that is not simply to publish. */
export const channelTitle = ({ accountTitle, kind, mode }: Pick<Delivery, 'accountTitle' | 'kind' | 'mode'>): string =>
  accountTitle + (kind === 'withdraw' ? '（撤稿）' : mode === 'mass' ? '（群发）' : '');
