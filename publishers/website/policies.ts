import type { Content } from '../content';
import type { Change } from './changes';
import type { SitemapEntry } from './feeds/sitemap';
import type { Frame } from './frame';
import { clauseMentions } from './mentions';
import { policyPage } from './pages/policy-page';
import { safeId } from './payload';
import type { Places } from './places';
import { policyPath } from './state/card';
import type { Card } from './state/card';
import type { Ledger } from './state/ledger';
import { policyChange, readPolicy } from './state/policy';
import type { PolicyState } from './state/policy';

export interface PolicyRevision {
  readonly frame: Frame;
  /** What the live page was drawn from; null when there is none. */
  readonly before: Content | null;
  /** What goes live; null when the explainer is withdrawn. */
  readonly after: { readonly content: Content; readonly card: Card } | null;
  readonly explainer: string;
  readonly at: string;
}

/** The pages of the documents that an explainer explains, or explained until now. */
export async function revisePolicies(
  places: Places,
  sitemap: Ledger<SitemapEntry>,
  revision: PolicyRevision,
): Promise<{
  /** Pages of documents that are new here, before anything is said of them: what links to them must not lead nowhere. */
  readonly fresh: readonly Change[];
  readonly pages: readonly Change[];
  readonly state: readonly Change[];
}> {
  const { before, after } = revision;
  const ids = new Set([...(before?.policies ?? []), ...(after?.content.policies ?? [])].map(({ id }) => id));
  const states: PolicyState[] = [];
  const fresh: PolicyState[] = [];
  for (const id of ids) {
    const known = await readPolicy(places, safeId.parse(id));
    const next = revise(known, id, revision);
    if (next) states.push(await listed(next, sitemap, revision.at));
    if (next && !known) fresh.push({ ...next, explainers: [] });
  }
  return {
    fresh: fresh.map((state) => drawPolicy(revision.frame, state)),
    pages: states.map((state) => drawPolicy(revision.frame, state)),
    state: states.map(policyChange),
  };
}

export const drawPolicy = (frame: Frame, state: PolicyState): Change => ({
  in: 'site',
  name: `${policyPath(state.policy.id).slice(1)}index.html`,
  data: policyPage(frame, state),
});

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
    explainers: [...others, { ...after.card, mentions: [...clauseMentions(after.content)] }].sort((one, other) =>
      other.publishedAt.localeCompare(one.publishedAt),
    ),
  };
}

async function listed(state: PolicyState, sitemap: Ledger<SitemapEntry>, at: string): Promise<PolicyState> {
  const { id } = state.policy;
  const entry = { id: `policy ${id}`, path: policyPath(id), publishedAt: state.asOf, changedAt: at };
  return { ...state, sitemap: await sitemap.put(state.sitemap, entry) };
}
