import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { website } from '../../publishers/website';
import { rebuildSite } from '../../publishers/website/rebuild/rebuild-site';
import { siteOf } from '../../publishers/website/settings';
import { account, openTestSite, versionOf } from '../unit/publishers/website/test-site';
import type { TestSite } from '../unit/publishers/website/test-site';
import type { BenchRow } from './bench-row';
import { fillLargeSite, largeItems } from './large-site';
import { POLICY_TEXT } from './policy-text';
import { packAsServed } from './pack-as-served';
import { buildWithHugo, countPages, hugoVersion, writeHugoSite } from './rivals/hugo';

const EXPLAINERS = 10_000;
/** Hugo writes fast and forgets; ours proves each page, keeps the record of it, and loses nothing that comes in between. */
const REBUILD_GOAL = 0.5;
const DELIVERED_GOAL = 0.5;
const PUBLISH_GOAL = 200;
const ROUNDS = 2;
const PUBLICATIONS = 30;

/** Every page of a site of 10,000 drawn anew, and one publication there, against Hugo building the same content. */
export async function rebuildBench(): Promise<readonly BenchRow[]> {
  const version = hugoVersion();
  if (version === null) {
    console.log('rebuild: hugo is not installed (Debian: apt-get install hugo), so there is nothing to compare with');
    return [];
  }
  const directory = await mkdtemp(path.join(tmpdir(), 'mingbai-hugo-'));
  const site = await openTestSite({ listed: true });
  try {
    await site.ensure();
    await fillLargeSite(site, EXPLAINERS);
    await writeHugoSite(directory, largeItems(EXPLAINERS));
    return await measure(site, directory);
  } finally {
    await Promise.all([site.close(), rm(directory, { recursive: true, force: true })]);
  }
}

async function measure(site: TestSite, directory: string): Promise<readonly BenchRow[]> {
  let ours = 0;
  let theirs = 0;
  let delivered = 0;
  let whole = Number.POSITIVE_INFINITY;
  for (let round = 0; round < ROUNDS; round += 1) {
    // Other marks each time, so that every page differs and is written.
    const frame = { site: { ...siteOf(account), icp: `备案${round}号` }, siteUrl: account.siteUrl };
    const start = performance.now();
    const done = await rebuildSite(site.io, frame, { asked: `${round}`, rest: 0, mayGoOn: () => true });
    const seconds = (performance.now() - start) / 1_000;
    if (!done || done.replaced < EXPLAINERS) throw new Error(`the rebuild is not complete: ${JSON.stringify(done)}`);
    ours = Math.max(ours, (await countPages(site.siteDir)) / seconds);
    const hugo = await buildWithHugo(directory);
    theirs = Math.max(theirs, (1_000 * hugo.pages) / hugo.milliseconds);
    whole = Math.min(whole, hugo.milliseconds);
    const packing = performance.now();
    await packAsServed(path.join(directory, 'public'));
    delivered = Math.max(delivered, (1_000 * hugo.pages) / (hugo.milliseconds + performance.now() - packing));
  }
  const times: number[] = [];
  for (let round = 0; round < PUBLICATIONS; round += 1) {
    const prepared = await site.prepare(versionOf(`fresh-${round}`, 1, { body: POLICY_TEXT }));
    const start = performance.now();
    await website.commit(prepared, site.io, `fresh-${round}`);
    times.push(performance.now() - start);
  }
  const one = times.sort((a, b) => a - b)[PUBLICATIONS / 2] ?? Number.NaN;
  return [
    {
      name: '一万篇的站点全部重建，每秒页数对比 Hugo',
      ratio: ours / theirs,
      goal: REBUILD_GOAL,
      better: 'higher',
      detail: `${ours.toFixed(0)} / ${theirs.toFixed(0)} pages/s`,
    },
    {
      name: '同上，Hugo 的页面也压缩、同步落盘、登记哈希',
      ratio: ours / delivered,
      goal: DELIVERED_GOAL,
      better: 'higher',
      detail: `${ours.toFixed(0)} / ${delivered.toFixed(0)} pages/s`,
    },
    {
      name: '发布一篇快过 Hugo 重建一万篇多少倍',
      ratio: whole / one,
      goal: PUBLISH_GOAL,
      better: 'higher',
      detail: `${one.toFixed(1)} ms / ${(whole / 1_000).toFixed(1)} s`,
    },
  ];
}
