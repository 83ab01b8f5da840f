import { CATEGORIES } from '../../../publishers/content';
import type { Category } from '../../../publishers/content';
import type { Account, Removal, Rendition } from '../../../publishers/contract';
import { website } from '../../../publishers/website';
import type { SitePayload } from '../../../publishers/website/payload';
import { sampleContent } from '../../unit/publishers/article/sample-version';
import type { Random } from '../campaign/random';
import { PICTURES } from './pictures';

/** One thing that happens to the site. `touches`: explainers whose order of deeds must be kept. */
export type Deed = { readonly touches: readonly string[] } & (
  | {
      readonly deed: 'publish';
      readonly of: { readonly rendition: Rendition<SitePayload>; readonly delivery: string };
    }
  | {
      readonly deed: 'withdraw';
      readonly of: { readonly receipt: { id: string; url: null; at: string }; reason: string; removal: Removal };
    }
  | { readonly deed: 'rebuild'; readonly of: { readonly settings: { readonly icp: string } } }
  | { readonly deed: 'await'; readonly of: object }
);

export const POLICIES = ['p1', 'p2', 'p3', 'p4', 'p5'] as const;

/** What happens to a site of so many explainers, all of it decided by chance. */
export function drawDeeds(random: Random, account: Account, explainers: number, count: number): readonly Deed[] {
  const numbers = new Map<string, number>();
  const live = new Set<string>();
  const ids = Array.from({ length: explainers }, (_, index) => `e${index}`);
  const pick = (from: readonly string[]): string | undefined => from[random.whole(0, from.length - 1)];
  const deeds: Deed[] = [];

  function publish(id: string): Deed {
    const number = (numbers.get(id) ?? 0) + 1;
    numbers.set(id, number);
    live.add(id);
    const delivery = `d-${id}-${number}`;
    return { deed: 'publish', touches: [id], of: { rendition: renditionOf(random, account, id, number), delivery } };
  }

  function takeBack(id: string): Deed {
    live.delete(id);
    const to = random.chance(0.35) ? pick([...live]) : undefined;
    const removal: Removal =
      to !== undefined ? { kind: 'moved', to } : { kind: random.chance(0.3) ? 'gone' : 'withdrawn' };
    const receipt = { id: `${id}@${numbers.get(id) ?? 1}`, url: null, at: '' };
    const of = { receipt, reason: `原因${deeds.length}`, removal };
    return { deed: 'withdraw', touches: to === undefined ? [id] : [id, to], of };
  }

  for (let index = 0; index < count; index += 1) {
    const chance = random.next();
    const fresh = ids.filter((id) => !numbers.has(id));
    const known = pick([...numbers.keys()]);
    const shown = pick([...live]);
    const next = pick(fresh);
    if (index % 25 === 24) deeds.push({ deed: 'rebuild', touches: [], of: { settings: { icp: `备案${index}号` } } });
    else if (next !== undefined && (chance < 0.5 || known === undefined)) deeds.push(publish(next));
    else if (shown !== undefined && chance > 0.75) deeds.push(takeBack(shown));
    else if (known !== undefined) deeds.push(publish(known));
  }
  return deeds;
}

function renditionOf(random: Random, account: Account, id: string, number: number): Rendition<SitePayload> {
  const category: Category = random.pick(CATEGORIES);
  const [policy] = sampleContent().policies;
  const policies = policy ? [{ ...policy, id: random.pick(POLICIES) }] : [];
  const title = `解读 ${id} 第 ${number} 版`;
  const cover = random.chance(0.6) ? (PICTURES[random.whole(0, PICTURES.length - 1)] ?? null) : null;
  const content = sampleContent({ title, category, policies, cover });
  const version = { id: `${id}-${number}`, explainer: id, number, signedAt: '', hash: '', content };
  return website.render(version, account, 'publish');
}
