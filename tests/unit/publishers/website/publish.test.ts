import fs from 'node:fs/promises';
import type { Io } from '../../../../publishers/contract';
import { website } from '../../../../publishers/website';
import { readGeneration } from '../../../../publishers/website/generation';
import { isWithdrawn } from '../../../../publishers/website/withdrawn';
import { deadLinks, readSite } from '../../../chaos/site/read-site';
import { breakRename } from './break-rename';
import { fillSite } from './fill-site';
import { openTestSite, versionOf } from './test-site';
import type { TestSite } from './test-site';

// Some of these break a publication off at every one of its writes, each of which waits for the disk.
jest.setTimeout(240_000);

let site: TestSite;
beforeEach(async () => {
  site = await openTestSite();
  await site.ensure();
});
afterEach(async () => {
  jest.restoreAllMocks();
  await site.close();
});

/** Names of the files that are not the same in both. */
const differences = (one: Record<string, string>, other: Record<string, string>): string[] =>
  [...new Set([...Object.keys(one), ...Object.keys(other)])].filter((name) => one[name] !== other[name]);

describe('publishing to the website', () => {
  it('changes no file any more once its lock is lost', async () => {
    const prepared = await site.prepare(versionOf('abc', 1));
    const before = await site.tree();
    const lost: Io = { ...site.io, exclusive: (_key, work) => work(() => false) };
    await expect(website.commit(prepared, lost, 'd1')).rejects.toThrow('lock lost');
    expect(differences(before, await site.tree())).toEqual([]);
  });

  it('writes the page, its policy, its lists and feeds, and then confirms it', async () => {
    const prepared = await site.prepare(versionOf('abc', 1));
    expect(await website.confirm(site.pending(prepared, 'd1'), site.io)).toEqual({ state: 'absent' });
    const receipt = { id: 'abc@1', url: 'https://yunlan.example/explainers/abc/', at: '2026-11-23T01:00:00.000Z' };
    expect(await website.commit(prepared, site.io, 'd1')).toEqual({ state: 'published', receipt });
    site.clock.now = '2026-11-23T02:00:00.000Z';
    expect(await website.confirm(site.pending(prepared, 'd1'), site.io)).toEqual({ state: 'published', receipt });
    for (const name of [
      'index.html',
      'topics/health/index.html',
      'topics/health/1/index.html',
      'policies/p1/index.html',
      'feed.xml',
      'atom.xml',
      'feed.json',
      'sitemap-1.xml',
    ]) {
      expect(await site.read(name)).toContain('/explainers/abc/');
    }
    expect(await site.read('explainers/abc/index.html')).toContain('href="/policies/p1/"');
  });

  it('touches the same number of files on a site of 100 and of 1,000 explainers', async () => {
    const counts: number[] = [];
    for (const size of [100, 1_000]) {
      const filled = await openTestSite();
      await filled.ensure();
      await fillSite({ site: filled.siteDir, state: filled.siteStateDir }, size);
      const prepared = await filled.prepare(versionOf('abc', 1));
      const count = breakRename(0);
      expect(await website.commit(prepared, filled.io, 'd1')).toMatchObject({ state: 'published' });
      counts.push(count());
      jest.restoreAllMocks();
      await filled.close();
    }
    expect(counts[1]).toBe(counts[0]);
    // The page, its document, its category, what it tells two audiences and a life event, feeds, site map, open data.
    expect(counts[0]).toBeLessThan(45);
  });

  it('after a crash at any write says absent, and the second commit gives the very site that an unbroken one gives', async () => {
    const unbroken = await openTestSite();
    await unbroken.ensure();
    await unbroken.publish(versionOf('abc', 1), 'd1');
    unbroken.clock.now = '2026-11-24T01:00:00.000Z';
    const count = breakRename(0);
    await unbroken.publish(versionOf('abc', 2, { title: '第二版' }), 'd2');
    const writes = count();
    jest.restoreAllMocks();
    const wanted = await unbroken.tree();
    await unbroken.close();

    const base = await openTestSite();
    await base.ensure();
    const first = await base.prepare(versionOf('abc', 1));
    await website.commit(first, base.io, 'd1');

    // The last write is the generation, after the marker: by then the publication is complete.
    for (let broken = 1; broken < writes; broken += 1) {
      const crashed = await openTestSite();
      await crashed.copyFrom(base);
      crashed.clock.now = '2026-11-24T01:00:00.000Z';
      const prepared = await crashed.prepare(versionOf('abc', 2, { title: '第二版' }));
      breakRename(broken);
      await expect(website.commit(prepared, crashed.io, 'd2')).rejects.toThrow('disk');
      jest.restoreAllMocks();
      expect((await crashed.read('explainers/abc/index.html')).trimEnd()).toMatch(/<\/html>$/);
      // The first write keeps the moment; once it is kept, a later run shows the same one.
      if (broken > 1) crashed.clock.now = '2026-11-24T05:00:00.000Z';
      // From the third write on readers see the new page, so it must be completed.
      const seen = (await crashed.read('explainers/abc/index.html')).includes('第二版');
      expect(seen).toBe(broken > 2);
      expect(await website.confirm(crashed.pending(prepared, 'd2'), crashed.io)).toEqual(
        seen ? { state: 'absent', begun: true } : { state: 'absent' },
      );
      expect((await website.confirm(crashed.pending(first, 'd1'), crashed.io)).state).toBe('published');
      expect(await website.commit(prepared, crashed.io, 'd2')).toMatchObject({ state: 'published' });
      expect(differences(await crashed.tree(), wanted)).toEqual([]);
      await crashed.close();
    }
    await base.close();
  });

  it('cut off at any write leaves no link that leads nowhere', async () => {
    const whole = await openTestSite();
    await whole.ensure();
    const count = breakRename(0);
    await whole.publish(versionOf('abc', 1), 'd1');
    const writes = count();
    jest.restoreAllMocks();
    await whole.close();
    for (let broken = 1; broken <= writes; broken += 1) {
      const crashed = await openTestSite();
      await crashed.ensure();
      const prepared = await crashed.prepare(versionOf('abc', 1));
      breakRename(broken);
      await website.commit(prepared, crashed.io, 'd1').catch(() => undefined);
      jest.restoreAllMocks();
      expect(deadLinks(readSite(crashed.siteDir))).toEqual([]);
      await crashed.close();
    }
  });

  it('leaves every old page as it was when the disk is full', async () => {
    await site.publish(versionOf('abc', 1));
    const prepared = await site.prepare(versionOf('abc', 2, { title: '第二版' }));
    const page = await site.read('explainers/abc/index.html');
    const home = await site.read('index.html');
    const real = fs.open;
    let opened = 0;
    jest.spyOn(fs, 'open').mockImplementation((...given) => {
      opened += 1;
      return opened === 9 ? Promise.reject(new Error('ENOSPC')) : real(...given);
    });
    await expect(website.commit(prepared, site.io, 'd2')).rejects.toThrow('ENOSPC');
    jest.restoreAllMocks();
    expect(await site.read('explainers/abc/index.html')).toBe(page);
    expect(await site.read('index.html')).toBe(home);
  });

  it('keeps PubDate and the place in the list when a later version comes, and says when it came', async () => {
    await site.publish(versionOf('abc', 1));
    site.clock.now = '2026-11-23T03:00:00.000Z';
    await site.publish(versionOf('newer', 1, { title: '后来的一篇' }));
    site.clock.now = '2026-11-25T08:30:00.000Z';
    await site.publish(versionOf('abc', 2, { title: '改过的标题' }));
    const page = await site.read('explainers/abc/index.html');
    expect(page).toContain('<meta name="PubDate" content="2026-11-23 09:00"/>');
    expect(page).toContain('更新于 <time datetime="2026-11-25T08:30:00.000Z">2026年11月25日 16:30</time>');
    const list = await site.read('topics/health/1/index.html');
    expect(list.match(/href="\/explainers\/abc\//g)).toHaveLength(1);
    expect(list.indexOf('/explainers/newer/')).toBeLessThan(list.indexOf('/explainers/abc/'));
    expect(list).not.toContain('12月1日起施行');
  });

  it('moves an explainer to another topic and leaves nothing in the old one', async () => {
    await site.publish(versionOf('abc', 1));
    await site.publish(versionOf('abc', 2, { category: 'housing' }));
    expect(await site.read('topics/health/index.html')).not.toContain('/explainers/abc/');
    expect(await site.read('topics/housing/index.html')).toContain('/explainers/abc/');
    expect(await site.read('index.html')).toMatch(/医疗卫生<\/span><span class="topic-count">0 篇/);
  });

  it('takes an explainer off the page of a policy that a later version no longer explains', async () => {
    const [policy] = versionOf('abc', 1).content.policies;
    if (!policy) throw new Error('the sample explains a policy');
    await site.publish(versionOf('abc', 1));
    await site.publish(versionOf('abc', 2, { policies: [{ ...policy, id: 'p2' }] }));
    expect(await site.read('policies/p1/index.html')).not.toContain('/explainers/abc/');
    expect(await site.read('policies/p2/index.html')).toContain('/explainers/abc/');
  });

  it('never lets an older version overwrite a newer one, and still knows that the older one was published', async () => {
    const first = await site.prepare(versionOf('abc', 1));
    await website.commit(first, site.io, 'd1');
    const late = await site.prepare(versionOf('abc', 1));
    await site.publish(versionOf('abc', 2, { title: '第二版' }), 'd2');
    expect(await website.commit(late, site.io, 'd3')).toMatchObject({
      state: 'rejected',
      problem: { code: 'website.newer-version' },
    });
    expect(await site.read('explainers/abc/index.html')).toContain('第二版');
    expect(await website.confirm(site.pending(first, 'd1'), site.io)).toMatchObject({
      state: 'published',
      receipt: { id: 'abc@1', at: '2026-11-23T01:00:00.000Z' },
    });
  });

  it('changes nothing when it is told to commit what is complete', async () => {
    const prepared = await site.prepare(versionOf('abc', 1));
    await website.commit(prepared, site.io, 'd1');
    const before = await site.tree();
    site.clock.now = '2026-11-30T00:00:00.000Z';
    expect(await website.commit(prepared, site.io, 'd1')).toMatchObject({
      receipt: { at: '2026-11-23T01:00:00.000Z' },
    });
    expect(differences(await site.tree(), before)).toEqual([]);
  });

  it('says absent when somebody has changed the page', async () => {
    const prepared = await site.prepare(versionOf('abc', 1));
    await website.commit(prepared, site.io, 'd1');
    await fs.writeFile(`${site.siteDir}/explainers/abc/index.html`, '<h1>篡改</h1>');
    expect(await website.confirm(site.pending(prepared, 'd1'), site.io)).toEqual({ state: 'absent' });
  });

  it('tells servers of every change', async () => {
    const before = await readGeneration(site.siteStateDir);
    await site.publish(versionOf('abc', 1));
    expect(await readGeneration(site.siteStateDir)).toBeGreaterThan(before);
  });

  it('refuses an id that leads out of the site', async () => {
    await expect(site.publish(versionOf('../../etc', 1))).rejects.toThrow();
    const rendition = website.render(
      versionOf('../x', 1),
      { name: 'website', publisher: 'website', title: '', siteUrl: 'https://a.example', settings: {} },
      'publish',
    );
    expect(website.check(rendition).map(({ code }) => code)).toContain('website.address-unsafe');
  });
});

describe('lists', () => {
  it('begin a new page after twenty, and a withdrawal leaves its page shorter without moving anything', async () => {
    for (let index = 0; index < 21; index += 1) {
      site.clock.now = new Date(Date.UTC(2026, 10, 1, index)).toISOString();
      await site.publish(versionOf(`e${index}`, 1, { title: `第 ${index} 篇` }));
    }
    const ids = async (name: string) =>
      [...(await site.read(name)).matchAll(/<a href="\/explainers\/(e\d+)\/"/g)].map(([, id]) => id);
    expect(await ids('topics/health/1/index.html')).toHaveLength(20);
    expect(await ids('topics/health/2/index.html')).toEqual(['e20']);
    expect(await ids('topics/health/index.html')).toHaveLength(21);
    expect(await site.read('topics/health/1/index.html')).toContain('rel="prev" href="/topics/health/2/"');
    await website.withdraw?.({ id: 'e3@1', url: null, at: '' }, '内容有误', site.io);
    expect(await ids('topics/health/1/index.html')).toHaveLength(19);
    expect(await ids('topics/health/2/index.html')).toEqual(['e20']);
  });
});

describe('withdrawing', () => {
  it('leaves a page that says what, when and why, and takes the explainer out of every list', async () => {
    const prepared = await site.prepare(versionOf('abc', 1));
    await website.commit(prepared, site.io, 'd1');
    site.clock.now = '2026-11-26T02:00:00.000Z';
    const receipt = { id: 'abc@1', url: null, at: '2026-11-23T01:00:00.000Z' };
    await website.withdraw?.(receipt, '补贴标准写错了', site.io);
    const page = await site.read('explainers/abc/index.html');
    expect(page).toContain('补贴标准写错了');
    expect(page).toContain('2026年11月26日 10:00');
    expect(page).toContain('/policies/p1/');
    expect(page).not.toContain('一句话看懂');
    for (const name of [
      'index.html',
      'topics/health/index.html',
      'policies/p1/index.html',
      'feed.xml',
      'sitemap-1.xml',
    ]) {
      expect(await site.read(name)).not.toContain('/explainers/abc/');
    }
    expect(await isWithdrawn(site.siteStateDir, '/explainers/abc/')).toBe(true);
    expect(await isWithdrawn(site.siteStateDir, '/explainers/other/')).toBe(false);
    expect(await isWithdrawn(site.siteStateDir, '/explainers/..%2f..%2f/')).toBe(false);
    expect(await website.confirm(site.pending(prepared, 'd1'), site.io)).toMatchObject({
      state: 'rejected',
      problem: { code: 'website.withdrawn' },
    });
  });

  it('that broke off at any write counts as not done, and is completed by the next call', async () => {
    await site.publish(versionOf('abc', 1));
    const receipt = { id: 'abc@1', url: null, at: '' };
    const count = breakRename(0);
    await website.withdraw?.(receipt, '有误', site.io);
    const writes = count();
    jest.restoreAllMocks();
    for (let broken = 1; broken < writes; broken += 1) {
      const crashed = await openTestSite();
      await crashed.ensure();
      const prepared = await crashed.prepare(versionOf('abc', 1));
      await website.commit(prepared, crashed.io, 'd1');
      breakRename(broken);
      await expect(website.withdraw?.(receipt, '有误', crashed.io)).rejects.toThrow('disk');
      jest.restoreAllMocks();
      expect((await website.confirm(crashed.pending(prepared, 'd1'), crashed.io)).state).toBe('published');
      await website.withdraw?.(receipt, '有误', crashed.io);
      expect((await website.confirm(crashed.pending(prepared, 'd1'), crashed.io)).state).toBe('rejected');
      expect(await crashed.read('topics/health/index.html')).not.toContain('/explainers/abc/');
      await crashed.close();
    }
  });

  it('is undone by a later version, at the same address and with the first PubDate', async () => {
    await site.publish(versionOf('abc', 1));
    await website.withdraw?.({ id: 'abc@1', url: null, at: '' }, '有误', site.io);
    site.clock.now = '2026-11-28T01:00:00.000Z';
    await site.publish(versionOf('abc', 2));
    expect(await site.read('explainers/abc/index.html')).toContain('content="2026-11-23 09:00"');
    expect(await isWithdrawn(site.siteStateDir, '/explainers/abc/')).toBe(false);
    expect(await site.read('topics/health/1/index.html')).toContain('/explainers/abc/');
  });

  it('of an old version does not take the newer one away', async () => {
    await site.publish(versionOf('abc', 1));
    await site.publish(versionOf('abc', 2));
    expect(await website.withdraw?.({ id: 'abc@1', url: null, at: '' }, '', site.io)).toMatchObject({
      state: 'rejected',
    });
    expect(await site.read('explainers/abc/index.html')).toContain('一句话看懂');
  });
});
