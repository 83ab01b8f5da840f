import type { PolicySnapshot } from '../content';

const NAMED = /《([^《》]+)》/gu;
/** Where a sentence ends; what was named before it does not count for the next. */
export const SENTENCE_END = /[。！？\n]/u;

/**
 * The document whose clause is meant at the end of a piece of text: the one that the sentence named last, by its title or
 * a part of it that fits only one. Where the sentence names none, the only one that is explained. null where nobody could
 * tell: another law is named, or several documents are explained.
 *
 * @param before the sentence up to the clause
 */
export function policyMeant<P extends Pick<PolicySnapshot, 'title'>>(before: string, policies: readonly P[]): P | null {
  const name = [...before.matchAll(NAMED)].at(-1)?.[1];
  if (name === undefined) return policies.length === 1 ? (policies[0] ?? null) : null;
  const whole = policies.find(({ title }) => title === name);
  const fitting = policies.filter(({ title }) => title.includes(name));
  return whole ?? (fitting.length === 1 ? (fitting[0] ?? null) : null);
}
