import type { PolicySnapshot } from '../content';
import type { Places } from './places';
import { readLifecycle } from './state/lifecycle';
import type { Lifecycle } from './state/lifecycle';
import { turnChange } from './state/turns';
import type { Change } from './changes';

export type Validity = PolicySnapshot['validity'];

/** How a policy stands on a day. */
export interface Standing extends Lifecycle {
  /** Whether it ended because its last day passed, without anybody having said so. */
  readonly ranOut: boolean;
}

/** By id of the policy. */
export type Standings = Readonly<Record<string, Standing>>;

/** What staff said ends it; days cannot bring it back. */
const ENDED: readonly Validity[] = ['废止', '失效'];

/**
 * How a policy stands on a day, by what staff said and by its days: the day from which it applies and its last one turn
 * it without an edit.
 *
 * @param today `YYYY-MM-DD` in China; null where no clock may be asked: then only what staff said counts
 */
export function standingOn(facts: Lifecycle, today: string | null): Standing {
  const { validity, effectiveOn, expiresOn } = facts;
  const days = { effectiveOn, expiresOn };
  if (today === null || ENDED.includes(validity)) return { validity, ...days, ranOut: false };
  if (expiresOn !== null && expiresOn < today) return { validity: '失效', ...days, ranOut: true };
  if (effectiveOn !== null && effectiveOn > today) return { validity: '尚未施行', ...days, ranOut: false };
  if (validity === '尚未施行' && effectiveOn !== null) return { validity: '现行有效', ...days, ranOut: false };
  return { validity, ...days, ranOut: false };
}

/** Of documents as versions know them, put right by what the site was told since. */
export async function readStandings(
  places: Places,
  policies: readonly PolicySnapshot[],
  today: string,
): Promise<Standings> {
  const pairs = policies.map(
    async (policy) => [policy.id, standingOn((await readLifecycle(places, policy.id)) ?? policy, today)] as const,
  );
  return Object.fromEntries(await Promise.all(pairs));
}

/** Notes the days to come on which the pages of a policy turn. */
export const turnsToCome = (policy: string, { effectiveOn, expiresOn }: Lifecycle, today: string): readonly Change[] =>
  [effectiveOn, expiresOn && dayAfter(expiresOn)]
    .filter((day): day is string => day !== null && day > today)
    .map((day) => turnChange({ day, policy }));

const dayAfter = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

/** The least of several: what a card says that stands for all documents. null while all are plainly in force. */
export function gravest(standings: readonly Standing[]): Validity | null {
  const found = GRAVITY.find((validity) => standings.some((standing) => standing.validity === validity));
  return found ?? null;
}

const GRAVITY: readonly Validity[] = ['废止', '失效', '部分失效', '已修改', '尚未施行'];
