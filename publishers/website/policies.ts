import type { Content } from '../content';
import type { Change } from './changes';
import type { Frame } from './frame';
import type { Lists } from './lists';
import { clauseMentions } from './mentions';
import { policyEntryOf } from './open-data/entries';
import { policyPage } from './pages/policy-page';
import { safeId } from './payload';
import type { Places } from './places';
import { adopt, drawPolicyList, hasListPages, newestExplainers, openPolicyList, pageOfExplainer } from './policy-lists';
import { chinaToday } from './china-time';
import { standingOn, turnsToCome } from './standing';
import { readLifecycle } from './state/lifecycle';
import { policyPath } from './state/card';
import type { Card } from './state/card';
import type { Item } from './state/item';
import type { Ledger } from './state/ledger';
import { policyChange, readPolicy } from './state/policy';
import type { Explained, PolicyState } from './state/policy';

export interface PolicyRevision {
  readonly frame: Frame;
  /** What the live page was drawn from; null when there is none. */
  readonly before: Content | null;
  /** What goes live; null when the explainer is withdrawn. */
  readonly after: { readonly content: Content; readonly card: Card } | null;
  readonly explainer: string;
  /** The places that it has in the lists of documents. */
  readonly places: Item['policies'];
  /** When the publication began; a withdrawal. */
  readonly at: string;
  /** The moment of the change itself, for what turns with the calendar. */
  readonly now: string;
}

export interface RevisedPolicies {
  /** Where the explainer has its place in the list of each document. */
  readonly places: Item['policies'];
  /** Pages of documents that are new here, before anything is said of them: what links to them must not lead nowhere. */
  readonly fresh: readonly Change[];
  readonly pages: readonly Change[];
  readonly state: readonly Change[];
}

/** The pages of the documents that an explainer explains, or explained until now. */
export async function revisePolicies(
  places: Places,
  lists: Pick<Lists, 'sitemap' | 'data'>,
  revision: PolicyRevision,
): Promise<RevisedPolicies> {
  const { before, after, frame } = revision;
  const ids = new Set([...(before?.policies ?? []), ...(after?.content.policies ?? [])].map(({ id }) => id));
  const today = chinaToday(revision.now);
  const placed: Item['policies'] = { ...revision.places };
  const fresh: Change[] = [];
  const pages: Change[] = [];
  const state: Change[] = [];
  for (const id of ids) {
    const known = await readPolicy(places, safeId.parse(id));
    const list = await openPolicyList(places, id);
    await adopt(list, known);
    const next = await revise(known, list, id, revision, placed);
    if (!next) continue;
    const noted = await listed(next, lists, revision.at);
    if (!known) fresh.push(await drawPolicy(places, frame, { ...noted, explainers: [] }, today));
    pages.push(...(await drawPolicyList(frame, noted, list)), await drawPolicy(places, frame, noted, today));
    state.push(...list.changes(), policyChange(noted));
  }
  const turns = (after?.content.policies ?? []).flatMap((policy) => turnsToCome(policy.id, policy, today));
  return { places: placed, fresh, pages, state: [...state, ...turns] };
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

async function revise(
  known: PolicyState | null,
  list: Ledger<Explained>,
  id: string,
  { after, explainer, at }: PolicyRevision,
  placed: Record<string, number>,
): Promise<PolicyState | null> {
  const place = placed[id] ?? (await pageOfExplainer(list, explainer));
  const policy = after?.content.policies.find((candidate) => candidate.id === id);
  if (after && policy)
    placed[id] = await list.put(place, { ...after.card, mentions: [...clauseMentions(after.content, id)] });
  else if (place !== null) await list.remove(place, explainer);
  const rest = {
    explainers: await newestExplainers(list),
    lists: hasListPages(list) ? { newest: list.newest, count: list.count } : null,
  };
  if (!after || !policy) return known && { ...known, ...rest };
  // A publication that a crash held up began earlier than one that overtook it: the later beginning knows better.
  const newer = !known || at >= known.asOf;
  return {
    policy: newer ? policy : known.policy,
    asOf: newer ? at : known.asOf,
    sitemap: known?.sitemap ?? null,
    openData: known?.openData ?? null,
    ...rest,
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
