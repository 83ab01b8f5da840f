import { createHash } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { applyChanges } from '../../../../publishers/website/changes';
import { believedTree, recordChanges } from '../../../../publishers/website/manifest/record';
import { openTree, treeDirectory } from '../../../../publishers/website/manifest/tree';
import { createMutex } from '../../../../src/delivery/mutex';
import { adoptSite } from '../../../../src/site/integrity/adopt-site';
import { askForAdoption, beginAdoption } from '../../../../src/site/integrity/adoption-request';
import { checkSite } from '../../../../src/site/integrity/check-site';
import { isClean } from '../../../../src/site/integrity/site-check';
import { tidyList } from '../../../../src/site/integrity/tidy-list';
import { keyOf, openGuardedSite, textOf, type GuardedSite } from './guarded-site';

const PAGE = 'explainers/abc/index.html';
const OTHER = 'topics/health/index.html';
const PICTURE = 'media/1234-800.webp';

let site: GuardedSite;
beforeEach(async () => {
  site = await openGuardedSite();
  await site.publish({
    [PAGE]: textOf(PAGE),
    [OTHER]: textOf(OTHER),
    [PICTURE]: Buffer.alloc(5_000, 3),
    'robots.txt': 'User-agent: *',
  });
});
afterEach(() => site.close());

const found = async (): Promise<readonly (readonly [string, string])[]> =>
  (await site.verify()).findings.map(({ trouble, name }) => [trouble, name] as const).sort();

/** What was put aside, by name within its folder. */
async function quarantined(): Promise<string[]> {
  const entries = await fs.readdir(path.join(site.places.state, 'quarantine'), {
    recursive: true,
    withFileTypes: true,
  });
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => path.relative(path.join(site.places.state, 'quarantine'), path.join(entry.parentPath, entry.name)))
    .map((name) => name.split('/').slice(1).join('/'))
    .sort();
}

test('a site as it was published is clean, also after files changed and went', async () => {
  await site.publish({ [PAGE]: textOf('新的一版'), [OTHER]: null, 'explainers/new/index.html': textOf('new') });
  expect(await site.verify()).toMatchObject({ list: 'whole', files: 4, findings: [], complete: true });
  await expect(fs.access(site.at(`${OTHER}.br`))).rejects.toThrow('ENOENT');
});

describe('what somebody did to the site', () => {
  const ways: readonly (readonly [string, () => Promise<unknown>, readonly (readonly [string, string])[]])[] = [
    [
      'one byte altered, size and times kept',
      async () => {
        const { atime, mtime } = await fs.stat(site.at(PAGE));
        const bytes = await fs.readFile(site.at(PAGE));
        bytes.writeUInt8(bytes.readUInt8(100) ^ 1, 100);
        await fs.writeFile(site.at(PAGE), bytes);
        await fs.utimes(site.at(PAGE), atime, mtime);
      },
      [['altered', PAGE]],
    ],
    ['truncated', () => fs.truncate(site.at(PAGE), 100), [['altered', PAGE]]],
    ['emptied', () => fs.truncate(site.at(PICTURE), 0), [['altered', PICTURE]]],
    ['deleted', () => fs.rm(site.at(PAGE)), [['missing', PAGE]]],
    ['a directory deleted', () => fs.rm(site.at('explainers'), { recursive: true }), [['missing', PAGE]]],
    [
      'a page altered in its packed form only, which is what browsers get',
      () => fs.writeFile(site.at(`${PAGE}.gz`), gzipSync(textOf('hacked'))),
      [['altered', `${PAGE}.gz`]],
    ],
    ['a packed file that is none', () => fs.writeFile(site.at(`${PAGE}.br`), 'nonsense'), [['altered', `${PAGE}.br`]]],
    [
      'a foreign page',
      () => site.tamper('explainers/casino/index.html', '赌'),
      [['foreign', 'explainers/casino/index.html']],
    ],
    [
      'a foreign packed file beside nothing',
      () => site.tamper('explainers/casino.html.gz', gzipSync('赌')),
      [['foreign', 'explainers/casino.html.gz']],
    ],
    ['a hidden foreign file', () => site.tamper('.well-known/x.php', '<?php'), [['foreign', '.well-known/x.php']]],
    [
      'replaced by a link to another page',
      async () => {
        await fs.rm(site.at(PAGE));
        await fs.symlink(site.at(OTHER), site.at(PAGE));
      },
      [['altered', PAGE]],
    ],
    [
      'replaced by a link to its own copy, of the same bytes',
      async () => {
        await fs.rename(site.at(PAGE), path.join(site.media, 'elsewhere'));
        await fs.symlink(path.join(site.media, 'elsewhere'), site.at(PAGE));
      },
      [['altered', PAGE]],
    ],
    ['a foreign link', () => fs.symlink('/etc', site.at('etc')), [['foreign', 'etc']]],
    [
      'a directory replaced by a file',
      async () => {
        await fs.rm(site.at('explainers'), { recursive: true });
        await fs.writeFile(site.at('explainers'), '');
      },
      [
        ['foreign', 'explainers'],
        ['missing', PAGE],
      ],
    ],
    [
      'a page replaced by a directory',
      async () => {
        await fs.rm(site.at(PAGE));
        await fs.mkdir(site.at(PAGE));
      },
      [['altered', PAGE]],
    ],
  ];

  it.each(ways)('%s: is found, put right, and then gone', async (_what, tamper, findings) => {
    await tamper();
    expect(await found()).toEqual(findings);
    // Finding does nothing.
    expect(await found()).toEqual(findings);
    const report = await site.restore();
    expect(report.deeds.left).toBe(0);
    expect(isClean(await site.verify())).toBe(true);
    expect(await site.read(PAGE)).toBe(textOf(PAGE));
    expect(await fs.readFile(site.at(PICTURE))).toEqual(Buffer.alloc(5_000, 3));
    expect((await fs.lstat(site.at(PAGE))).isFile()).toBe(true);
    const aside = findings.filter(([trouble]) => trouble !== 'missing').map(([, name]) => name);
    // A directory in the place of a page is put aside empty.
    if (aside.length > 0 && !_what.includes('by a directory')) expect(await quarantined()).toEqual(aside);
  });
});

test('a link in the place of a directory is moved away, and nothing is written through it', async () => {
  const elsewhere = path.join(site.media, 'elsewhere');
  await fs.mkdir(path.join(elsewhere, 'abc'), { recursive: true });
  await fs.rm(site.at('explainers'), { recursive: true });
  await fs.symlink(elsewhere, site.at('explainers'));
  await site.restore();
  expect(isClean(await site.verify())).toBe(true);
  expect(await site.read(PAGE)).toBe(textOf(PAGE));
  expect(await fs.readdir(path.join(elsewhere, 'abc'))).toEqual([]);
});

describe('true bytes', () => {
  test('of a recording come from the signed files, which are not kept twice', async () => {
    const recording = Buffer.alloc(700_000, 9);
    const sha256 = createHash('sha256').update(recording).digest('hex');
    await fs.mkdir(path.join(site.media, sha256.slice(0, 2)));
    await fs.writeFile(path.join(site.media, sha256.slice(0, 2), `${sha256}.mov`), recording);
    await site.publish({ [`media/${sha256}.mp4`]: recording });
    await site.tamper(`media/${sha256}.mp4`, 'x');
    expect((await site.restore()).findings).toMatchObject([{ trouble: 'altered', deed: 'restored' }]);
    expect((await fs.readFile(site.at(`media/${sha256}.mp4`))).equals(recording)).toBe(true);
  });

  test('that are nowhere: readers get nothing rather than what somebody has written', async () => {
    await fs.rm(path.join(treeDirectory(site.places), 'copies'), { recursive: true });
    await site.tamper(PAGE, 'hacked');
    const report = await site.restore();
    expect(report.findings).toEqual([{ trouble: 'altered', name: PAGE, deed: 'removed' }]);
    await expect(site.read(PAGE)).rejects.toThrow('ENOENT');
    expect((await site.verify()).findings).toEqual([{ trouble: 'missing', name: PAGE, deed: 'left' }]);
  });

  test('are copied anew where the copy was lost or damaged, so that the next alteration is put right', async () => {
    await fs.rm(path.join(treeDirectory(site.places), 'copies'), { recursive: true });
    await site.restore();
    await site.tamper(PAGE, 'hacked');
    expect((await site.restore()).deeds.restored).toBe(1);
    expect(await site.read(PAGE)).toBe(textOf(PAGE));
  });

  test('are not believed when the copy was altered, too', async () => {
    const copies = await fs.readdir(path.join(treeDirectory(site.places), 'copies'), {
      recursive: true,
      withFileTypes: true,
    });
    for (const copy of copies) if (copy.isFile()) await fs.writeFile(path.join(copy.parentPath, copy.name), 'hacked');
    await site.tamper(PAGE, 'hacked');
    expect((await site.restore()).findings).toEqual([{ trouble: 'altered', name: PAGE, deed: 'removed' }]);
  });
});

describe('the list itself', () => {
  const root = () => path.join(treeDirectory(site.places), 'root.json');

  test('is not believed under another key', async () => {
    expect(await checkSite({ ...site.check(), manifest: { ...site.places.manifest, key: keyOf(2) } })).toMatchObject({
      list: 'forged',
      files: 0,
    });
  });

  test('is not believed when somebody wrote in it, and nothing is taken for foreign then', async () => {
    const text = await fs.readFile(root(), 'utf8');
    await fs.writeFile(root(), text.replace('whole', 'whale'));
    const report = await site.restore();
    expect(report).toMatchObject({ list: 'forged', findings: [] });
    expect(isClean(report)).toBe(false);
    expect(await site.read(PAGE)).toBe(textOf(PAGE));
  });

  test('is damaged where one of its parts was altered; the files of the others are still compared', async () => {
    await site.publish(Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`p/${index}.html`, `${index}`])));
    const parts = path.join(treeDirectory(site.places), 'parts');
    const leaves = (await fs.readdir(parts)).filter((name) => name.startsWith('l'));
    const sizes = await Promise.all(leaves.map((name) => fs.readFile(path.join(parts, name), 'utf8')));
    const mine = leaves[sizes.findIndex((text) => text.includes(PAGE))] ?? '';
    await fs.writeFile(path.join(parts, mine), '[]');
    await site.tamper(PAGE, 'hacked');
    await site.tamper(OTHER, 'hacked');
    const report = await site.restore();
    expect(report).toMatchObject({
      list: 'damaged',
      findings: [{ trouble: 'altered', name: OTHER, deed: 'restored' }],
    });
    expect(await site.read(PAGE)).toBe('hacked');
  });

  test('never stands in the way of a publication, and says afterwards that it is damaged', async () => {
    await fs.writeFile(root(), '{}');
    await site.publish({ [PAGE]: textOf('第二版') });
    expect(await site.read(PAGE)).toBe(textOf('第二版'));
    expect(await site.restore()).toMatchObject({ list: 'damaged', files: 1, findings: [] });
    expect(await site.read(OTHER)).toBe(textOf(OTHER));
  });

  test('is made anew only when a person asked for it, and then guards again', async () => {
    await fs.writeFile(root(), '{}');
    expect(await beginAdoption(site.check())).toBe(false);
    await askForAdoption(site.check());
    await site.publish({ [PAGE]: textOf('第二版') });
    expect(await beginAdoption(site.check())).toBe(true);
    expect(await adoptSite(site.check())).toBe(4);
    expect(isClean(await site.verify())).toBe(true);
    await site.tamper(OTHER, 'hacked');
    await site.restore();
    expect(await site.read(OTHER)).toBe(textOf(OTHER));
    expect(await beginAdoption(site.check())).toBe(false);
  });

  test('takes in the files of a site that is older than it, while publications go on', async () => {
    await fs.rm(treeDirectory(site.places), { recursive: true });
    await site.publish({ [PAGE]: textOf('第二版') });
    expect(await site.restore()).toMatchObject({ list: 'adopting', findings: [] });
    expect(await adoptSite(site.check())).toBe(3);
    expect(await site.verify()).toMatchObject({ list: 'whole', files: 4, findings: [] });
  });

  test('loses what killed processes have left beside it, and nothing else', async () => {
    const files = async () => (await fs.readdir(treeDirectory(site.places), { recursive: true })).sort();
    const before = await files();
    const copies = path.join(treeDirectory(site.places), 'copies');
    const [leaf = ''] = await fs.readdir(copies);
    await fs.writeFile(path.join(copies, leaf, 'old.br'), '');
    const parts = path.join(treeDirectory(site.places), 'parts');
    await fs.mkdir(parts);
    await fs.writeFile(path.join(parts, 'l000-old.json'), '[]');
    await tidyList(site.check());
    await fs.rmdir(parts);
    expect(await files()).toEqual(before);
  });

  test('is not taken for a new one where somebody has removed it', async () => {
    await fs.rm(root());
    await site.publish({ 'robots.txt': 'User-agent: *\nDisallow:' });
    expect(await site.verify()).toMatchObject({ list: 'damaged' });
  });
});

describe('a publication that was cut off', () => {
  /** Cuts off after so many renames of public files, as SIGKILL would: nothing is cleaned up. */
  async function cutOff(after: number, files: Readonly<Record<string, string | null>>): Promise<void> {
    const real = fs.rename;
    let count = 0;
    const dead = new Promise<never>(() => undefined);
    const spy = jest.spyOn(fs, 'rename').mockImplementation((from, to) => {
      if (String(to).startsWith(site.places.site)) count += 1;
      return count > after ? dead : real(from, to);
    });
    // Another process: its lock dies with it.
    const places = {
      ...site.places,
      manifest: {
        ...site.places.manifest,
        exclusive: (_: string, work: (held: () => boolean) => unknown) => work(() => true),
      },
    };
    const died = new Promise((resolve) => {
      const poll = setInterval(() => {
        if (count <= after) return;
        clearInterval(poll);
        resolve(null);
      }, 5);
    });
    const changes = Object.entries(files).map(([name, data]) => ({ in: 'site', name, data }) as const);
    void applyChanges(places as typeof site.places, changes, () => true);
    await died;
    spy.mockRestore();
  }

  const next = { [PAGE]: textOf('第二版'), [OTHER]: textOf('第二版的目录') };

  test.each([0, 1, 2, 3, 4, 5])(
    'after %i files is no alteration, and what happened is entered by whoever comes next',
    async (after) => {
      await cutOff(after, next);
      // Beside it, without the lock: what is being published is not judged.
      expect((await checkSite(site.check({ ownsLock: false, restores: true }))).findings).toEqual([]);
      const page = await site.read(PAGE);
      expect(page).toBe(textOf(after === 0 ? PAGE : '第二版'));
      await believedTree(site.places, site.places.manifest, () => true);
      expect(await site.verify()).toMatchObject({ list: 'whole', findings: [] });
      expect(await site.read(PAGE)).toBe(page);
      // Run again, as the engine does, it is complete.
      await site.publish(next);
      expect(await site.verify()).toMatchObject({ list: 'whole', findings: [] });
      expect(await site.read(OTHER)).toBe(next[OTHER]);
    },
  );

  test('never leaves a packed file that is not of the page beside it', async () => {
    for (let after = 0; after < 6; after += 1) {
      await cutOff(after, { [PAGE]: textOf(`第${after}次`), [OTHER]: textOf(`目录${after}`) });
      await believedTree(site.places, site.places.manifest, () => true);
      const { findings } = await site.verify();
      expect(findings).toEqual([]);
    }
  });

  test('does not excuse somebody who wrote into the page meanwhile', async () => {
    await cutOff(1, next);
    await site.tamper(PAGE, 'hacked');
    await believedTree(site.places, site.places.manifest, () => true);
    expect((await site.restore()).findings).toMatchObject([{ trouble: 'altered', name: PAGE }]);
  });

  test('cannot be played a second time to excuse an alteration', async () => {
    await cutOff(1, next);
    const intent = path.join(treeDirectory(site.places), 'intent.json');
    const old = await fs.readFile(intent);
    await site.publish({ [PAGE]: textOf('第三版') });
    await fs.writeFile(intent, old);
    await site.tamper(PAGE, textOf('第二版'));
    expect((await site.verify()).findings).toEqual([{ trouble: 'altered', name: PAGE, deed: 'left' }]);
  });

  test('half-way by an error enters exactly what took place', async () => {
    const tree = await openTree(site.places, site.places.manifest.key);
    const changes = new Map([
      [PAGE, null],
      [OTHER, null],
    ]);
    const failing = recordChanges(
      site.places,
      site.places.manifest,
      changes,
      () => true,
      async () => {
        await fs.rm(site.at(PAGE));
        for (const ending of ['.br', '.gz']) await fs.rm(site.at(PAGE + ending));
        throw new Error('disk');
      },
    );
    await expect(failing).rejects.toThrow('disk');
    expect(await site.verify()).toMatchObject({ list: 'whole', files: 3, findings: [] });
    expect(typeof tree === 'string' ? -1 : tree.sequence).toBeGreaterThan(0);
  });
});

test('half-written files are left alone while they may be on their way, and removed afterwards', async () => {
  const name = site.at('explainers/.index.html.0c1b0f3e-8f4f-4b57-9a43-2f3f0a2b7a11.tmp');
  await fs.writeFile(name, 'half');
  site.clock.now = new Date();
  expect(await site.restore()).toMatchObject({ leftovers: 0, findings: [] });
  site.clock.now = new Date(Date.now() + 2 * 60 * 60_000);
  expect(await site.verify()).toMatchObject({ leftovers: 1, findings: [] });
  expect(await site.restore()).toMatchObject({ leftovers: 1, findings: [] });
  await expect(fs.access(name)).rejects.toThrow('ENOENT');
});

describe.each([
  ['by the product, which holds the lock', true],
  ['by the command beside it, which does not', false],
])('a check %s', (_who, ownsLock) => {
  test('neither reports nor undoes what is published meanwhile', async () => {
    const state = { published: 0 };
    const publishing = (async () => {
      for (; state.published < 40; state.published += 1) {
        await site.publish({
          [PAGE]: textOf(`第${state.published}版`),
          [`explainers/n${state.published}/index.html`]: textOf(String(state.published)),
        });
      }
    })();
    const manifest = ownsLock ? site.places.manifest : { ...site.places.manifest, exclusive: createMutex() };
    const findings = [];
    do {
      const report = await checkSite(site.check({ restores: true, ownsLock, manifest }));
      findings.push(...report.findings);
    } while (state.published < 40);
    await publishing;
    expect(findings).toEqual([]);
    expect(await site.verify()).toMatchObject({ list: 'whole', findings: [] });
    expect(await site.read(PAGE)).toBe(textOf('第39版'));
  });
});
