import type { Content } from '../content';
import type { Change } from './changes';
import type { Frame } from './frame';
import type { Lists } from './lists';
import { clauseMentions } from './mentions';
import { policyEntryOf } from './open-data/entries';
import { policyPage } from './pages/policy-page';
import { safeId } from './payload';
import type { Places } from './places';
import { chinaToday } from './china-time';
import { standingOn, turnsToCome } from './standing';
import { readLifecycle } from './state/lifecycle';
import { policyPath } from './state/card';
import type { Card } from './state/card';
import { policyChange, readPolicy } from './state/policy';
import type { PolicyState } from './state/policy';

export interface PolicyRevision {
  readonly frame: Frame;
  /** What the live page was drawn from; null when there is none. */
  readonly before: Content | null;
  /** What goes live; null when the explainer is withdrawn. */
  readonly after: { readonly content: Content; readonly card: Card } | null;
  readonly explainer: string;
  /** When the publication began; a withdrawal. */
  readonly at: string;
  /** The moment of the change itself, for what turns with the calendar. */
  readonly now: string;
}

/** The pages of the documents that an explainer explains, or explained until now. */
export async function revisePolicies(
  places: Places,
  lists: Pick<Lists, 'sitemap' | 'data'>,
  revision: PolicyRevision,
): Promise<{ readonly pages: readonly Change[]; readonly state: readonly Change[] }> {
  const { before, after } = revision;
  const ids = new Set([...(before?.policies ?? []), ...(after?.content.policies ?? [])].map(({ id }) => id));
  const states: PolicyState[] = [];
  for (const id of ids) {
    const next = revise(await readPolicy(places, safeId.parse(id)), id, revision);
    if (next) states.push(await listed(next, lists, revision.at));
  }
  const today = chinaToday(revision.now);
  return {
    pages: await Promise.all(states.map((state) => drawPolicy(places, revision.frame, state, today))),
    state: [
      ...states.map(policyChange),
      ...(after?.content.policies ?? []).flatMap((policy) => turnsToCome(policy.id, policy, today)),
    ],
  };
}

/** The page of a document as it stands on a day. */
export async function drawPolicy(places: Places, frame: Frame, state: PolicyState, today: string): Promise<Change> {
  const { policy } = state;
  const standing = standingOn((await readLifecycle(places, policy.id)) ?? policy, today);
  return {
    in: 'site',
    name: `${policyPath(policy.id).slice(1)}index.html`,
    data: policyPage(frame, state, standing),
  };
}

function revise(known: PolicyState | null, id: string, { after, explainer, at }: PolicyRevision): PolicyState | null {
  const others = known?.explainers.filter((other) => other.id !== explainer) ?? [];
  const policy = after?.content.policies.find((candidate) => candidate.id === id);
  if (!after || !policy) return known && { ...known, explainers: others };
  // A publication that a crash held up began earlier than one that overtook it: the later beginning knows better.
  const newer = !known || at >= known.asOf;
  return {
    policy: newer ? policy : known.policy,
    asOf: newer ? at : known.asOf,
    sitemap: known?.sitemap ?? null,
    openData: known?.openData ?? null,
    explainers: [...others, { ...after.card, mentions: [...clauseMentions(after.content, id)] }].sort((one, other) =>
      other.publishedAt.localeCompare(one.publishedAt),
    ),
  };
}

async function listed(
  state: PolicyState,
  { sitemap, data }: Pick<Lists, 'sitemap' | 'data'>,
  at: string,
): Promise<PolicyState> {
  const { id } = state.policy;
  const entry = { id: `policy ${id}`, path: policyPath(id), publishedAt: state.asOf, changedAt: at };
  return {
    ...state,
    sitemap: await sitemap.put(state.sitemap, entry),
    openData: await data.policies.put(state.openData, policyEntryOf(state.policy, state.asOf)),
  };
}
