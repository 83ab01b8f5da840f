import { website } from '../../publishers/website';
import { fillSite } from '../unit/publishers/website/fill-site';
import { openTestSite, versionOf } from '../unit/publishers/website/test-site';
import type { TestSite } from '../unit/publishers/website/test-site';
import type { BenchRow } from './bench-row';
import { fillFolders } from './fill-folders';

/** How much longer one change may take when the site is a hundred times larger. */
const GOAL = 1.3;
const SIZES = [1_000, 10_000, 100_000] as const;
const ROUNDS = 80;

const CHANGES = { publish: '发布一篇', update: '更新一篇', withdraw: '撤下一篇' } as const;
type Kind = keyof typeof CHANGES;
const KINDS = ['publish', 'update', 'withdraw'] as const;

/**
 * One publication, one update and one withdrawal, with every list, feed and the site map, on sites of three sizes. They
 * take turns, and the faster runs of each are compared, so that a busy machine slows all of them.
 */
export async function publishBench(): Promise<readonly BenchRow[]> {
  const sites = await Promise.all(SIZES.map(filledSite));
  const times = SIZES.map((): Record<Kind, number[]> => ({ publish: [], update: [], withdraw: [] }));
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [index, site] of sites.entries()) {
      for (const kind of KINDS) times[index]?.[kind].push(await timeOf(kind, site, `bench-${round}`));
    }
  }
  await Promise.all(sites.map((site) => site.close()));
  return KINDS.map((kind): BenchRow => {
    const quartiles = times.map((of) => quartile(of[kind]));
    return {
      name: `${CHANGES[kind]}：十万篇的站点对比一千篇的`,
      ratio: (quartiles.at(-1) ?? Number.NaN) / (quartiles[0] ?? Number.NaN),
      goal: GOAL,
      better: 'lower',
      detail: SIZES.map((size, index) => `${size}: ${quartiles[index]?.toFixed(1)} ms`).join(', '),
    };
  });
}

async function filledSite(count: number): Promise<TestSite> {
  const site = await openTestSite({ listed: true });
  await site.ensure();
  await fillSite({ site: site.siteDir, state: site.siteStateDir }, count);
  await fillFolders(site, count);
  return site;
}

/** Milliseconds. */
async function timeOf(kind: Kind, site: TestSite, id: string): Promise<number> {
  const prepared = kind === 'withdraw' ? null : await site.prepare(versionOf(id, kind === 'publish' ? 1 : 2));
  const start = performance.now();
  const outcome = prepared
    ? await website.commit(prepared, site.io, `delivery-${kind}-${id}`)
    : await website.withdraw?.({ id: `${id}@2`, url: null, at: '' }, '有误', site.io);
  const milliseconds = performance.now() - start;
  if (outcome?.state !== 'published') throw new Error(`${kind}: ${JSON.stringify(outcome)}`);
  return milliseconds;
}

/** A quarter was faster than this: what was much slower was the machine's doing, and a single run may have been luck. */
function quartile(times: readonly number[]): number {
  const sorted = [...times].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 4)] ?? Number.NaN;
}
