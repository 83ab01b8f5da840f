import type { Change } from './changes';
import type { Frame } from './frame';
import { policyListPage } from './pages/policy-list-page';
import type { Places } from './places';
import { policyListPath } from './state/card';
import { openLedger } from './state/ledger';
import type { Ledger } from './state/ledger';
import { explained } from './state/policy';
import type { Explained, PolicyState } from './state/policy';

/** Explainers per numbered list page. */
const PER_PAGE = 20;
/** How many of the newest explainers stand on the page of a document itself, and speak beside its clauses. */
const SHOWN = 2 * PER_PAGE;

/** Every explainer of a document, however many: the page of the document holds only the newest. */
export const openPolicyList = (places: Places, policy: string): Promise<Ledger<Explained>> =>
  openLedger(places, `policies/${policy}`, explained, PER_PAGE);

/** Fills the list of a document from what earlier programs kept: all of its explainers in one file. */
export async function adopt(list: Ledger<Explained>, known: PolicyState | null): Promise<void> {
  if (list.newest > 0) return;
  for (const explainer of [...(known?.explainers ?? [])].reverse()) await list.put(null, explainer);
}

/** On which page an explainer stands that was placed by an earlier program; null = on none. */
export async function pageOfExplainer(list: Ledger<Explained>, explainer: string): Promise<number | null> {
  for (let page = list.newest; page > 0; page -= 1) {
    if ((await list.entries(page)).some(({ id }) => id === explainer)) return page;
  }
  return null;
}

/** What the page of a document shows: the newest, from as many pages as it takes. */
export async function newestExplainers(list: Ledger<Explained>): Promise<Explained[]> {
  const newest: Explained[] = [];
  for (let page = list.newest; page > 0 && newest.length < SHOWN; page -= 1) newest.push(...(await list.entries(page)));
  return newest.sort((one, other) => other.publishedAt.localeCompare(one.publishedAt)).slice(0, SHOWN);
}

/** Once there were more than the page of a document shows; it stays so, so that no list page is ever taken away. */
export const hasListPages = (list: Pick<Ledger<Explained>, 'newest'>): boolean => list.newest * PER_PAGE > SHOWN;

/** The list pages to be written after a change: as for a topic, and all of them when the first one is needed. */
export async function drawPolicyList(
  frame: Frame,
  state: PolicyState,
  list: Ledger<Explained>,
): Promise<readonly Change[]> {
  const { newest, changed } = list;
  if (!hasListPages(list)) return [];
  const begun = changed.has(newest) && (await list.entries(newest)).length === 1;
  const first = begun && !hasListPages({ newest: newest - 1 });
  const fresh = first ? Array.from({ length: newest }, (_, index) => index + 1) : [newest - 1];
  const numbers = [...new Set([...changed, ...(begun ? fresh : [])])];
  return Promise.all(numbers.map((number) => drawPolicyListPage(frame, state, list, number)));
}

export async function drawPolicyListPage(
  frame: Frame,
  { policy }: PolicyState,
  list: Ledger<Explained>,
  number: number,
): Promise<Change> {
  const cards = await list.entries(number);
  return {
    in: 'site',
    name: `${policyListPath(policy.id, number).slice(1)}index.html`,
    data: policyListPage(frame, { policy, number, newest: list.newest, cards }),
  };
}
