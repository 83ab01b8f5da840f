import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { website } from '../../../../publishers/website';
import { openPolicyList } from '../../../../publishers/website/policy-lists';
import { rebuildSite } from '../../../../publishers/website/rebuild/rebuild-site';
import { siteOf } from '../../../../publishers/website/settings';
import { readItem } from '../../../../publishers/website/state/item';
import { policyChange, readPolicy } from '../../../../publishers/website/state/policy';
import { deadLinks, readSite } from '../../../chaos/site/read-site';
import { FOLLOWS } from './break-rename';
import { account, openTestSite, versionOf } from './test-site';
import type { TestSite } from './test-site';

let site: TestSite;
beforeEach(async () => {
  site = await openTestSite();
  await site.ensure();
});
afterEach(() => site.close());

const places = () => ({ site: site.siteDir, state: site.siteStateDir });
const page = (number: number): string => `policies/p1/explainers/${number}/index.html`;
const cards = (html: string): string[] =>
  [...html.matchAll(/class="card-title phrases"><a href="\/explainers\/([^/]+)\/"/g)].map(([, id]) => id ?? '');

async function publishOne(index: number): Promise<void> {
  site.clock.now = new Date(Date.UTC(2026, 10, 1, 0, index)).toISOString();
  await site.publish(versionOf(`e${index}`, 1, { title: `第 ${index} 篇` }));
}

/** Lists so many explainers of one document in its state, without pages of their own. */
async function fillPolicy(count: number): Promise<void> {
  await publishOne(0);
  const list = await openPolicyList(places(), 'p1');
  const [sample] = await list.entries(1);
  if (!sample) throw new Error('the first explainer is listed');
  for (let index = 1; index < count; index += 1) {
    const publishedAt = new Date(Date.UTC(2026, 10, 1, 0, index)).toISOString();
    await list.put(null, { ...sample, id: `old-${index}`, publishedAt });
  }
  for (const { name, data } of list.changes()) {
    const target = path.join(site.siteStateDir, name);
    await mkdir(path.dirname(target), { recursive: true });
    await writeFile(target, data ?? '');
  }
}

describe('a document with very many explainers', () => {
  it('shows the newest forty and leads to numbered lists of all', async () => {
    for (let index = 0; index < 45; index += 1) await publishOne(index);
    const policy = await site.read('policies/p1/index.html');
    expect(cards(policy)).toEqual(Array.from({ length: 40 }, (_, index) => `e${44 - index}`));
    expect(policy).toContain('<a href="/policies/p1/explainers/3/">全部 45 篇解读</a>');
    const all = await Promise.all([1, 2, 3].map(async (number) => cards(await site.read(page(number)))));
    expect(all.map((of) => of.length)).toEqual([20, 20, 5]);
    expect(new Set(all.flat()).size).toBe(45);
    expect(deadLinks(readSite(site.siteDir))).toEqual([]);
  });

  it('fills up from older ones when new ones are taken back', async () => {
    for (let index = 0; index < 45; index += 1) await publishOne(index);
    for (const id of ['e44', 'e30', 'e5']) {
      await website.withdraw?.({ id: `${id}@1`, url: null, at: '' }, '有误', site.io);
    }
    const shown = cards(await site.read('policies/p1/index.html'));
    expect(shown).toHaveLength(40);
    expect(shown).not.toContain('e44');
    expect(shown.at(-1)).toBe('e2');
    expect(cards(await site.read(page(1)))).not.toContain('e5');
    expect(await site.read('policies/p1/index.html')).toContain('全部 42 篇解读');
    const before = await site.tree();
    await rebuildSite(
      site.io,
      { site: siteOf(account), siteUrl: account.siteUrl },
      {
        asked: null,
        rest: 0,
        mayGoOn: () => true,
      },
    );
    const after = await site.tree();
    expect(Object.keys(after).filter((name) => before[name] !== after[name])).toEqual(['state/rebuild.json']);
  });

  it('costs the same with fifty and with a thousand of them', async () => {
    const costs: { files: number; bytes: number }[] = [];
    for (const count of [50, 1_010]) {
      const own = await openTestSite();
      const before = site;
      site = own;
      await own.ensure();
      await fillPolicy(count);
      const known = await own.tree();
      await own.publish(versionOf('fresh', 1));
      const written = Object.entries(await own.tree()).filter(
        ([name, text]) => !FOLLOWS.test(name) && known[name] !== text,
      );
      costs.push({ files: written.length, bytes: written.reduce((sum, [, text]) => sum + text.length, 0) });
      await own.close();
      site = before;
    }
    const [few, many] = costs;
    expect(many?.files).toBe(few?.files);
    expect(many?.bytes).toBeLessThan((few?.bytes ?? 0) * 1.1);
  });

  it('of which an earlier program kept all in one file gets its lists with the next change', async () => {
    for (let index = 0; index < 3; index += 1) await publishOne(index);
    const state = await readPolicy(places(), 'p1');
    const [sample] = state?.explainers ?? [];
    if (!state || !sample) throw new Error('three explainers are listed');
    const many = Array.from({ length: 50 }, (_, index) => ({
      ...sample,
      id: `old-${index}`,
      publishedAt: new Date(Date.UTC(2026, 9, 1, 0, 50 - index)).toISOString(),
    }));
    const { name, data } = policyChange({ ...state, explainers: [...state.explainers, ...many] });
    await writeFile(path.join(site.siteStateDir, name), data ?? '');
    await rm(path.join(site.siteStateDir, 'lists/policies'), { recursive: true });
    const item = await readItem(places(), 'e1');
    if (!item) throw new Error('e1 is published');
    await writeFile(path.join(site.siteStateDir, 'items/e1.json'), JSON.stringify({ ...item, policies: undefined }));
    await site.publish(versionOf('e1', 2, { title: '改过的一篇' }));
    const list = await openPolicyList(places(), 'p1');
    expect(list.count).toBe(53);
    const listed = await Promise.all([1, 2, 3].map(async (number) => cards(await site.read(page(number)))));
    expect(listed.flat()).toHaveLength(53);
    expect(new Set(listed.flat()).size).toBe(53);
  });
});
