import fs from 'node:fs/promises';
import path from 'node:path';
import { website } from '../../../../publishers/website';
import { batchesOf } from '../../../../publishers/website/rebuild/batches';
import { rebuildSite } from '../../../../publishers/website/rebuild/rebuild-site';
import { openStages } from '../../../../publishers/website/rebuild/stages';
import type { RebuildOptions } from '../../../../publishers/website/rebuild/rebuild-site';
import { siteOf } from '../../../../publishers/website/settings';
import { readRebuild } from '../../../../publishers/website/state/rebuild';
import { breakRename } from './break-rename';
import { account, openTestSite, versionOf } from './test-site';
import type { TestSite } from './test-site';

let site: TestSite;
beforeEach(async () => {
  site = await openTestSite();
  await site.ensure();
});
afterEach(async () => {
  jest.restoreAllMocks();
  await site.close();
});

const FRAME = { site: siteOf(account), siteUrl: account.siteUrl };
const RENAMED = { ...FRAME, site: { ...FRAME.site, icp: '滇ICP备20260001号' } };
const OPTIONS: RebuildOptions = { asked: null, rest: 0, mayGoOn: () => true };

const rebuild = (frame = FRAME, options: Partial<RebuildOptions> = {}) =>
  rebuildSite(site.io, frame, { ...OPTIONS, ...options });

const places = () => ({ site: site.siteDir, state: site.siteStateDir });

/** Every public file. */
const pages = async (): Promise<Record<string, string>> =>
  Object.fromEntries(Object.entries(await site.tree()).filter(([name]) => name.startsWith('site/')));

async function publishSome(count: number): Promise<void> {
  for (let index = 0; index < count; index += 1) {
    site.clock.now = new Date(Date.UTC(2026, 10, 1, index)).toISOString();
    await site.publish(versionOf(`e${index}`, 1, { title: `第 ${index} 篇` }));
  }
}

describe('a full rebuild', () => {
  it('changes no byte of a site that is as this program draws it', async () => {
    await publishSome(23);
    await website.withdraw?.({ id: 'e3@1', url: null, at: '' }, '有误', site.io);
    await website.withdraw?.({ id: 'e4@1', url: null, at: '' }, '', site.io, { kind: 'moved', to: 'e5' });
    await website.withdraw?.({ id: 'e6@1', url: null, at: '' }, '涉密', site.io, { kind: 'gone' });
    const before = await pages();
    expect(await rebuild()).toMatchObject({ pass: 'done', percent: 100, replaced: 0 });
    expect(await pages()).toEqual(before);
  });

  it('brings the marks that the site has today into every page and file, and each page is still confirmed', async () => {
    await publishSome(23);
    const prepared = await site.prepare(versionOf('abc', 1));
    await website.commit(prepared, site.io, 'd1');
    await website.withdraw?.({ id: 'e3@1', url: null, at: '' }, '有误', site.io);
    await rebuild(RENAMED);
    const html = Object.entries(await pages()).filter(([name]) => name.endsWith('.html'));
    expect(html.length).toBeGreaterThan(30);
    expect(html.filter(([, text]) => !text.includes('滇ICP备20260001号')).map(([name]) => name)).toEqual([]);
    expect(await website.confirm(site.pending(prepared, 'd1'), site.io)).toMatchObject({ state: 'published' });
    expect(await website.commit(prepared, site.io, 'd1')).toMatchObject({ state: 'published' });
    expect(await site.read('explainers/abc/index.html')).toContain('滇ICP备20260001号');
  });

  it('puts back pages that were altered or lost, and takes away those that nothing stands behind', async () => {
    await publishSome(3);
    const before = await pages();
    const at = (name: string) => path.join(site.siteDir, name);
    await fs.writeFile(at('explainers/e1/index.html'), '篡改');
    await fs.rm(at('policies/p1/index.html'));
    await fs.rm(at('topics/health/1'), { recursive: true });
    await fs.mkdir(at('explainers/foreign'));
    await fs.writeFile(at('explainers/foreign/index.html'), '冒充的解读');
    await fs.mkdir(at('topics/health/7'));
    await fs.writeFile(at('topics/health/7/index.html'), '旧的一页');
    await fs.writeFile(at('sitemap-9.xml'), '<urlset/>');
    await fs.mkdir(at('live/r1'), { recursive: true });
    await fs.writeFile(at('live/r1/index.html'), '直播页');
    await fs.writeFile(at('google-verify.html'), '别人放的文件');
    await rebuild();
    expect(await pages()).toEqual({
      ...before,
      'site/live/r1/index.html': '直播页',
      'site/google-verify.html': '别人放的文件',
    });
  });

  it('that was cut off goes on where it was', async () => {
    await publishSome(60);
    const all = await batchesOf(openStages(places(), RENAMED, () => '2026-11-23'));
    let batches = 0;
    // All are tried out; the assets and one batch of explainers take their places.
    expect(await rebuild(RENAMED, { mayGoOn: () => ++batches <= all.length + 2 })).toBeNull();
    const half = await readRebuild(places());
    expect(half?.pass).toBe('placing');
    const spy = jest.spyOn(fs, 'rename');
    const done = await rebuild(RENAMED);
    expect(done).toMatchObject({ pass: 'done', startedAt: half?.startedAt });
    const placed = spy.mock.calls.filter(([, to]) => /\/explainers\/e\d+\/index\.html$/.test(String(to)));
    expect(placed.length).toBeGreaterThan(0);
    expect(placed.length).toBeLessThan(60);
    expect(done?.replaced).toBeGreaterThan(60);
    jest.restoreAllMocks();
    expect((await site.read('explainers/e0/index.html')).includes('滇ICP备20260001号')).toBe(true);
    expect(await rebuild(RENAMED)).toBeNull();
  });

  it('shows nothing when one page cannot be drawn', async () => {
    await publishSome(3);
    const before = await pages();
    await fs.writeFile(path.join(site.siteStateDir, 'items', 'e1.json'), '{"id":"e1"}');
    await expect(rebuild(RENAMED)).rejects.toThrow('cannot draw explainers');
    expect(await pages()).toEqual(before);
  });

  it('loses nothing of what is published, updated or withdrawn while it runs', async () => {
    await publishSome(12);
    const steps: (() => Promise<unknown>)[] = [
      () => site.publish(versionOf('fresh', 1, { title: '重建时发布的一篇' })),
      () => site.publish(versionOf('e2', 2, { title: '重建时改过的一篇' })),
      () => website.withdraw?.({ id: 'e5@1', url: null, at: '' }, '重建时撤下', site.io) ?? Promise.resolve(),
    ];
    let asked = 0;
    const between: Promise<unknown>[] = [];
    const done = await rebuild(RENAMED, {
      mayGoOn: () => {
        asked += 1;
        if (asked % 4 === 0) {
          const step = steps.shift();
          if (step) between.push(step());
        }
        return true;
      },
    });
    await Promise.all(between);
    expect(steps).toEqual([]);
    expect(done?.pass).toBe('done');
    expect(await site.read('explainers/fresh/index.html')).toContain('重建时发布的一篇');
    expect(await site.read('explainers/e2/index.html')).toContain('重建时改过的一篇');
    expect(await site.read('explainers/e5/index.html')).toContain('重建时撤下');
    const home = await site.read('index.html');
    expect(home).toContain('/explainers/fresh/');
    expect(home).not.toContain('/explainers/e5/');
    // What came in between is exactly what a rebuild of the whole would draw, but for marks signed with it.
    await rebuild(RENAMED, { asked: 'again' });
    const settled = await pages();
    await rebuild(RENAMED, { asked: 'once more' });
    expect(await pages()).toEqual(settled);
  });

  it('leaves the page of a publication that broke off half-way to whoever completes it', async () => {
    await publishSome(2);
    const prepared = await site.prepare(versionOf('e1', 2, { title: '第二版' }));
    breakRename(4);
    await expect(website.commit(prepared, site.io, 'd2')).rejects.toThrow('disk');
    jest.restoreAllMocks();
    expect(await site.read('explainers/e1/index.html')).toContain('第二版');
    await rebuild(RENAMED);
    expect(await site.read('explainers/e1/index.html')).toContain('第二版');
    expect(await website.confirm(site.pending(prepared, 'd2'), site.io)).toEqual({ state: 'absent', begun: true });
    expect(await website.commit(prepared, site.io, 'd2')).toMatchObject({ state: 'published' });
  });

  it('that broke off at any write leaves every page confirmed', async () => {
    const prepared = await site.prepare(versionOf('abc', 1));
    await website.commit(prepared, site.io, 'd1');
    // Not as it was published any more: what stands is known by the record of rebuilds alone.
    await rebuild(RENAMED);
    for (let broken = 1; broken < 12; broken += 1) {
      breakRename(broken);
      const frame = { ...FRAME, site: { ...FRAME.site, icp: `备案${broken}号` } };
      await expect(rebuild(frame)).rejects.toThrow('disk');
      jest.restoreAllMocks();
      expect(await website.confirm(site.pending(prepared, 'd1'), site.io)).toMatchObject({ state: 'published' });
    }
  });
});
