import fs from 'node:fs/promises';
import path from 'node:path';
import { applyChanges } from '../../../../publishers/website/changes';
import { treeDirectory } from '../../../../publishers/website/manifest/tree';
import { adoptSite } from '../../../../src/site/integrity/adopt-site';
import { openGuardedSite, type GuardedSite } from './guarded-site';

const MANY = 1_600;

let site: GuardedSite;
beforeAll(async () => {
  site = await openGuardedSite();
  for (let number = 0; number < MANY; number += 1) {
    await fs.mkdir(path.dirname(site.at(nameOf(number))), { recursive: true });
    await fs.writeFile(site.at(nameOf(number)), `第${number}篇`);
  }
  // Begins the list of a site on which files lie already.
  await site.publish({ 'index.html': '首页' });
  await adoptSite(site.check());
}, 240_000);
afterAll(() => site.close());

const nameOf = (number: number): string => `explainers/n${number}/index.html`;

/** How many files of the list one publication of these writes. */
async function listWrites(names: readonly string[]): Promise<number> {
  const real = fs.rename;
  let count = 0;
  const spy = jest.spyOn(fs, 'rename').mockImplementation((from, to) => {
    if (String(to).startsWith(treeDirectory(site.places))) count += 1;
    return real(from, to);
  });
  const changes = names.map((name) => ({ in: 'site', name, data: `新的 ${name}` }) as const);
  await applyChanges(site.places, changes, () => true);
  spy.mockRestore();
  return count;
}

test('among thousands of files exactly those are found and put right that were touched', async () => {
  await fs.writeFile(site.at(nameOf(17)), 'hacked');
  await fs.rm(site.at(nameOf(1_211)));
  await fs.writeFile(site.at('explainers/n1599/x.html'), 'foreign');
  const report = await site.restore();
  expect(report.files).toBe(MANY + 1);
  expect(report.findings.map(({ trouble, name, deed }) => [trouble, name, deed]).sort()).toEqual([
    ['altered', nameOf(17), 'restored'],
    ['foreign', 'explainers/n1599/x.html', 'restored'],
    ['missing', nameOf(1_211), 'restored'],
  ]);
  expect((await site.verify()).findings).toEqual([]);
}, 240_000);

test('a publication writes the intent and the root, and the parts only when the root holds hundreds of changes', async () => {
  expect(await listWrites([nameOf(1)])).toBe(2);
  const twelve = Array.from({ length: 12 }, (_, index) => nameOf(100 + index));
  expect(await listWrites(twelve)).toBe(2);
  for (let from = 200; from < 680; from += 120) {
    expect(await listWrites(Array.from({ length: 120 }, (_, index) => nameOf(from + index)))).toBe(2);
  }
  const parts = await listWrites([nameOf(1_000), ...Array.from({ length: 20 }, (_, index) => nameOf(1_100 + index))]);
  expect(parts).toBeGreaterThan(64);
  expect(parts).toBeLessThanOrEqual(514 + 64 + 2);
  expect(await listWrites(twelve)).toBe(2);
  expect(await site.verify()).toMatchObject({ list: 'whole', files: MANY + 1, findings: [] });
}, 240_000);

test('the list of thousands of files is read a few kilobytes at a time', async () => {
  const parts = path.join(treeDirectory(site.places), 'parts');
  const sizes = await Promise.all(
    (await fs.readdir(parts)).map(async (name) => (await fs.stat(path.join(parts, name))).size),
  );
  expect(Math.max(...sizes)).toBeLessThan(8_192);
});
