import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Removal } from '../../../../publishers/contract';
import { website } from '../../../../publishers/website';
import { stageFile } from '../../../../publishers/website/files';
import { removeLeftovers } from '../../../../publishers/website/rebuild/remove-leftovers';
import { isWithdrawn, movedTo } from '../../../../publishers/website/withdrawn';
import { createLeadOn } from '../../../../src/site/lead-on';
import { openTestSite, versionOf } from './test-site';
import type { TestSite } from './test-site';

let site: TestSite;
beforeEach(async () => {
  site = await openTestSite();
  await site.ensure();
  await site.publish(versionOf('old', 1, { title: '旧的一篇' }));
  await site.publish(versionOf('now', 1, { title: '现在的一篇' }));
});
afterEach(() => site.close());

const takeBack = (id: string, removal: Removal, reason = '与新办法重复') =>
  website.withdraw?.({ id: `${id}@1`, url: null, at: '' }, reason, site.io, removal);

const LISTS = ['index.html', 'topics/health/index.html', 'topics/health/1/index.html', 'policies/p1/index.html'];
const MACHINES = ['feed.xml', 'atom.xml', 'feed.json', 'sitemap-1.xml'];

describe('an explainer that has moved', () => {
  it('leads readers, search engines and web servers to where it is now, and stands in no list', async () => {
    expect(await takeBack('old', { kind: 'moved', to: 'now' })).toMatchObject({ state: 'published' });
    const page = await site.read('explainers/old/index.html');
    expect(page).toContain('<link rel="canonical" href="https://yunlan.example/explainers/now/"/>');
    expect(page).toContain('<meta http-equiv="refresh" content="0; url=/explainers/now/"/>');
    expect(page).toContain('<a href="/explainers/now/">打开现在的解读</a>');
    expect(await movedTo(site.siteStateDir, '/explainers/old/')).toBe('/explainers/now/');
    expect(await isWithdrawn(site.siteStateDir, '/explainers/old/')).toBe(false);
    for (const name of [...LISTS, ...MACHINES]) {
      expect(await site.read(name)).not.toContain('/explainers/old/');
      expect(await site.read(name)).toContain('/explainers/now/');
    }
  });

  it('leads on along later moves', async () => {
    await site.publish(versionOf('third', 1));
    await takeBack('old', { kind: 'moved', to: 'now' });
    await takeBack('now', { kind: 'moved', to: 'third' });
    expect(await movedTo(site.siteStateDir, '/explainers/old/')).toBe('/explainers/third/');
    expect(await movedTo(site.siteStateDir, '/explainers/third/')).toBeNull();
    expect(await movedTo(site.siteStateDir, '/explainers/..%2f/')).toBeNull();
  });

  it('cannot move to itself, to what is not there, or in a circle', async () => {
    const nowhere = { state: 'rejected', problem: { code: 'website.moved-nowhere' } };
    expect(await takeBack('old', { kind: 'moved', to: 'old' })).toMatchObject(nowhere);
    expect(await takeBack('old', { kind: 'moved', to: 'never-was' })).toMatchObject(nowhere);
    await takeBack('old', { kind: 'moved', to: 'now' });
    expect(await takeBack('now', { kind: 'moved', to: 'old' })).toMatchObject(nowhere);
    expect(await site.read('explainers/now/index.html')).toContain('现在的一篇');
  });

  it('comes back at its address with a later version', async () => {
    await takeBack('old', { kind: 'moved', to: 'now' });
    await site.publish(versionOf('old', 2, { title: '又回来的一篇' }));
    expect(await movedTo(site.siteStateDir, '/explainers/old/')).toBeNull();
    expect(await site.read('explainers/old/index.html')).toContain('又回来的一篇');
  });
});

describe('an explainer that is gone', () => {
  it('leaves 410 and a page that names nothing of it, neither title nor reason, topic or policy', async () => {
    await takeBack('old', { kind: 'gone' }, '涉及个人隐私');
    const page = await site.read('explainers/old/index.html');
    const { content } = versionOf('old', 1);
    for (const said of ['旧的一篇', '涉及个人隐私', content.summary, '/topics/', '/policies/']) {
      expect(page).not.toContain(said);
    }
    expect(page).toContain('<meta name="robots" content="noindex"/>');
    expect(await isWithdrawn(site.siteStateDir, '/explainers/old/')).toBe(true);
    for (const name of [...LISTS, ...MACHINES]) expect(await site.read(name)).not.toContain('旧的一篇');
  });
});

describe('the product', () => {
  let server: Server | null = null;
  afterEach(() => server?.close());

  it('answers 301 for what has moved, at once after the move, and leaves everything else alone', async () => {
    const generation = path.join(site.siteStateDir, 'generation');
    const leadOn = createLeadOn({ siteStateDir: site.siteStateDir, generation });
    const own = createServer((request, response) => {
      void leadOn(request, response).then((answered) => answered || response.writeHead(200).end());
    });
    server = own;
    await new Promise<void>((resolve) => own.listen(0, '127.0.0.1', resolve));
    const { port } = own.address() as AddressInfo; // a string only for pipes
    const ask = (address: string) => fetch(`http://127.0.0.1:${port}${address}`, { redirect: 'manual' });
    expect((await ask('/explainers/old/')).status).toBe(200);
    await takeBack('old', { kind: 'moved', to: 'now' });
    // It looks at most every few milliseconds whether something has changed.
    let moved = await ask('/explainers/old/?from=wechat');
    while (moved.status === 200) moved = await ask('/explainers/old/?from=wechat');
    expect(moved.status).toBe(301);
    expect(moved.headers.get('location')).toBe('/explainers/now/');
    expect((await ask('/explainers/now/')).status).toBe(200);
    expect((await ask('/policies/p1/')).status).toBe(200);
    expect((await ask('/explainers/..%2f..%2fetc/')).status).toBe(200);
  });
});

describe('what killed processes left', () => {
  it('is removed once it is old enough, and nothing else', async () => {
    const empty = await mkdtemp(path.join(tmpdir(), 'mingbai-empty-'));
    const places = { site: site.siteDir, state: site.siteStateDir };
    const before = await site.tree();
    await stageFile(site.siteDir, 'explainers/old/index.html', '写了一半');
    await stageFile(site.siteStateDir, 'items/old.json', '{');
    const hour = 60 * 60_000;
    expect(await removeLeftovers(places, new Date(), hour)).toBe(0);
    expect(await removeLeftovers(places, new Date(Date.now() + 2 * hour), hour)).toBe(2);
    expect(await removeLeftovers({ site: path.join(empty, 'never'), state: empty }, new Date(), 0)).toBe(0);
    expect(await site.tree()).toEqual(before);
    await rm(empty, { recursive: true });
  });
});
