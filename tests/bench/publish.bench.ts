import { website } from '../../publishers/website';
import { fillSite } from '../unit/publishers/website/fill-site';
import { openTestSite, versionOf } from '../unit/publishers/website/test-site';
import type { BenchRow } from './bench-row';
import type { TestSite } from '../unit/publishers/website/test-site';

/** How much longer one publication may take when the site is a hundred times larger. */
const GOAL = 1.3;
const SMALL = 100;
const LARGE = 10_000;
const ROUNDS = 40;

/**
 * One publication (`commit`, with every list, feed and the site map) on a site of 100 and on one of 10,000 explainers.
 * The two take turns, and the medians are compared, so that a busy machine slows both.
 */
export async function publishBench(): Promise<BenchRow> {
  const small = await filledSite(SMALL);
  const large = await filledSite(LARGE);
  const times: { small: number[]; large: number[] } = { small: [], large: [] };
  for (let round = 0; round < ROUNDS; round += 1) {
    times.small.push(await publicationTime(small, round));
    times.large.push(await publicationTime(large, round));
  }
  await Promise.all([small.close(), large.close()]);
  return {
    name: '一万篇的站点发一篇，对比一百篇的站点',
    ratio: median(times.large) / median(times.small),
    goal: GOAL,
    better: 'lower',
    detail: `${median(times.large).toFixed(1)} ms / ${median(times.small).toFixed(1)} ms`,
  };
}

async function filledSite(count: number): Promise<TestSite> {
  const site = await openTestSite();
  await site.ensure();
  await fillSite({ site: site.siteDir, state: site.siteStateDir }, count);
  return site;
}

/** Milliseconds. */
async function publicationTime(site: TestSite, round: number): Promise<number> {
  const prepared = await site.prepare(versionOf(`bench-${round}`, 1));
  const start = performance.now();
  await website.commit(prepared, site.io, `delivery-${round}`);
  return performance.now() - start;
}

/** The first rounds run code that is not compiled yet. */
function median(times: readonly number[]): number {
  const warm = times.slice(ROUNDS / 4).sort((one, other) => one - other);
  return warm[Math.floor(warm.length / 2)] ?? Number.NaN;
}
