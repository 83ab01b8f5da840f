import fs from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import sharp from 'sharp';
import type { Io, MediaRef, Removal } from '../../../../../publishers/contract';
import { website } from '../../../../../publishers/website';
import { openTree, findEntry } from '../../../../../publishers/website/manifest/tree';
import { placesOf } from '../../../../../publishers/website/places';
import { rebuildSite } from '../../../../../publishers/website/rebuild/rebuild-site';
import { removeUnshown } from '../../../../../publishers/website/media/remove-unshown';
import { siteOf } from '../../../../../publishers/website/settings';
import { createSiteHandler } from '../../../../../src/site/serve-site';
import { fileAt, linksIn, readSite } from '../../../../chaos/site/read-site';
import { account, openTestSite, versionOf } from '../test-site';
import type { TestSite } from '../test-site';

// Some of these break a publication off at every one of its changes, each of which waits for the disk.
jest.setTimeout(240_000);

let site: TestSite;
let wrong: MediaRef;
let right: MediaRef;
beforeEach(async () => {
  site = await openTestSite();
  await site.ensure();
  [wrong, right] = [await picture(site, 'wrong.png', '#b3261e'), await picture(site, 'right.png', '#1f6b4f')];
});
afterEach(async () => {
  jest.restoreAllMocks();
  await site.close();
});

async function picture(on: TestSite, name: string, background: string): Promise<MediaRef> {
  const bytes = await sharp({ create: { width: 60, height: 40, channels: 3, background } })
    .png()
    .toBuffer();
  return on.file(name, 'image/png', bytes, { width: 60, height: 40 });
}

const showing = (id: string, number: number, ...media: readonly MediaRef[]) =>
  versionOf(id, number, {
    form: 'image',
    images: media.map((one) => ({ media: one, caption: '', longDescription: '' })),
  });

const takeBack = (id: string, number = 1, removal: Removal = { kind: 'withdrawn' }, on = site) =>
  website.withdraw?.({ id: `${id}@${number}`, url: null, at: '' }, '图片有误', on.io, removal);

/** Names of the files that the site has of a picture. */
const filesOf = async ({ sha256 }: MediaRef, on = site): Promise<readonly string[]> =>
  (await fs.readdir(path.join(on.siteDir, 'media')).catch((): string[] => [])).filter((name) =>
    name.startsWith(sha256),
  );

/** Pictures that pages name and nobody has. */
function missing(on: TestSite): readonly string[] {
  const files = readSite(on.siteDir);
  const named = [...files].filter(([name]) => name.endsWith('.html')).flatMap(([, html]) => linksIn(html));
  return named.filter((address) => address.startsWith('/media/') && !files.has(fileAt(address)));
}

describe('pictures of an explainer that is taken back', () => {
  test.each<Removal>([{ kind: 'withdrawn' }, { kind: 'moved', to: 'other' }, { kind: 'gone' }])(
    'are gone from the site: %j',
    async (removal) => {
      await site.publish(versionOf('other', 1));
      await site.publish(showing('abc', 1, wrong));
      expect(await filesOf(wrong)).not.toEqual([]);
      await takeBack('abc', 1, removal);
      expect(await filesOf(wrong)).toEqual([]);
    },
  );

  it('stay as long as another explainer shows them', async () => {
    await site.publish(showing('abc', 1, wrong, right));
    await site.publish(showing('def', 1, right));
    const before = await filesOf(right);
    await takeBack('abc');
    expect(await filesOf(wrong)).toEqual([]);
    expect(await filesOf(right)).toEqual(before);
    await takeBack('def');
    expect(await filesOf(right)).toEqual([]);
  });

  it('are all that goes: what live rooms and other people put there stays', async () => {
    await site.publish(showing('abc', 1, wrong));
    const others = [`live-${wrong.sha256}.webp`, 'logo.png'];
    for (const name of others) await fs.writeFile(path.join(site.siteDir, 'media', name), name);
    await takeBack('abc');
    expect((await fs.readdir(path.join(site.siteDir, 'media'))).sort()).toEqual([...others].sort());
  });

  it('come back whole with a later version', async () => {
    await site.publish(showing('abc', 1, right));
    const before = await filesOf(right);
    await takeBack('abc');
    await site.publish(showing('abc', 2, right));
    expect(await filesOf(right)).toEqual(before);
    expect(missing(site)).toEqual([]);
  });

  it('leave the signed list of files, too', async () => {
    const listed = await openTestSite({ listed: true });
    await listed.ensure();
    const shown = await picture(listed, 'a.png', '#14527a');
    await listed.publish(showing('abc', 1, shown));
    const [name = ''] = await filesOf(shown, listed);
    const entry = async () => {
      const places = placesOf(listed.io);
      if (!places.manifest) throw new Error('the site has no list');
      const tree = await openTree(places, places.manifest.key);
      return typeof tree === 'string' ? tree : findEntry(tree, `media/${name}`);
    };
    expect(await entry()).toMatchObject({ sha256: expect.any(String) as string });
    await takeBack('abc', 1, { kind: 'gone' }, listed);
    expect(await entry()).toBeNull();
    await listed.close();
  });

  it('are not served from memory any more', async () => {
    await site.publish(showing('abc', 1, wrong));
    const [name = ''] = await filesOf(wrong);
    const handler = createSiteHandler({
      directory: site.siteDir,
      generation: path.join(site.siteStateDir, 'generation'),
      memory: 64 * 1024 * 1024,
      isWithdrawn: () => Promise.resolve(false),
      headers: {},
    });
    const server = createServer((request, response) => void handler(request, response));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo; // a string only for pipes
    const status = async () => (await fetch(`http://127.0.0.1:${port}/media/${name}`)).status;
    expect(await status()).toBe(200);
    expect(await status()).toBe(200);
    await takeBack('abc');
    // It looks at most every few milliseconds whether something has changed.
    let after = await status();
    while (after === 200) after = await status();
    expect(after).toBe(404);
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
});

describe('recordings and captions of an explainer that is taken back', () => {
  it('are gone from the site with their packed files, and come back with a later version', async () => {
    const film = site.file('film.webm', 'video/webm', Buffer.from('a film that ffmpeg cannot read'), { duration: 5 });
    const captions = `WEBVTT\n\n00:00.000 --> 00:04.000\n${'新办法12月1日起施行。'.repeat(80)}\n`;
    const version = (number: number) =>
      versionOf('abc', number, {
        form: 'video',
        video: { media: film, poster: right, captions, transcript: '', chapters: [] },
      });
    await site.publish(version(1));
    const all = async () => (await fs.readdir(path.join(site.siteDir, 'media'))).sort();
    const before = await all();
    expect(before.filter((name) => /\.vtt(?:\.br)?$/.test(name))).toHaveLength(2);
    expect(before).toContain(`${film.sha256}.webm`);
    await takeBack('abc');
    expect(await all()).toEqual([]);
    await site.publish(version(2));
    expect(await all()).toEqual(before);
  });
});

describe('an explainer that is updated', () => {
  it('takes the picture from the site that it shows no more', async () => {
    await site.publish(showing('abc', 1, wrong, right));
    await site.publish(showing('abc', 2, right));
    expect(await filesOf(wrong)).toEqual([]);
    expect(await filesOf(right)).not.toEqual([]);
  });
});

describe('a delivery that was prepared', () => {
  it('before the last explainer with its picture was taken back, makes the picture anew', async () => {
    await site.publish(showing('abc', 1, right));
    const prepared = await site.prepare(showing('def', 1, right));
    const before = await filesOf(right);
    await takeBack('abc');
    expect(await filesOf(right)).toEqual([]);
    expect(await website.commit(prepared, site.io, 'd2')).toMatchObject({ state: 'published' });
    expect(await filesOf(right)).toEqual(before);
    expect(missing(site)).toEqual([]);
  });

  it('and withdrawn since does not bring its pictures back when it is told to publish again', async () => {
    const prepared = await site.prepare(showing('abc', 1, wrong));
    await website.commit(prepared, site.io, 'd1');
    await takeBack('abc');
    expect(await website.commit(prepared, site.io, 'd1')).toMatchObject({ state: 'rejected' });
    expect(await filesOf(wrong)).toEqual([]);
  });
});

/** What decides about pictures; the other changes of a publication are broken in their own test. */
const OF_MEDIA = /\/(?:media|shown|items)\/[^.]/;

/** Fails the change of a file with this number, counted from 1: a file that takes its place, or one that goes. */
function breakChange(number: number): () => number {
  const { rename, unlink } = fs;
  let count = 0;
  const fails = (name: unknown): boolean => OF_MEDIA.test(String(name)) && (count += 1) === number;
  jest
    .spyOn(fs, 'rename')
    .mockImplementation((from, to) => (fails(to) ? Promise.reject(new Error('disk')) : rename(from, to)));
  jest
    .spyOn(fs, 'unlink')
    .mockImplementation((name) => (fails(name) ? Promise.reject(new Error('disk')) : unlink(name)));
  return () => count;
}

describe('broken off at any change of a picture or of what is noted of it', () => {
  interface Story {
    readonly before: (on: TestSite) => Promise<unknown>;
    readonly change: (on: TestSite) => Promise<unknown>;
  }

  async function tellBroken(story: Story): Promise<void> {
    await story.before(site);
    const open = async () => {
      const opened = await openTestSite();
      await opened.copyFrom(site);
      await picture(opened, 'wrong.png', '#b3261e');
      await picture(opened, 'right.png', '#1f6b4f');
      opened.clock.now = '2026-11-24T01:00:00.000Z';
      return opened;
    };
    const unbroken = await open();
    const count = breakChange(0);
    await story.change(unbroken);
    const changes = count();
    jest.restoreAllMocks();
    const wanted = Object.keys(await unbroken.tree());
    expect(await filesOf(wrong, unbroken)).toEqual([]);
    await unbroken.close();
    expect(changes).toBeGreaterThan(6);
    for (let broken = 1; broken <= changes; broken += 1) {
      const crashed = await open();
      breakChange(broken);
      await expect(story.change(crashed)).rejects.toThrow('disk');
      jest.restoreAllMocks();
      expect(missing(crashed)).toEqual([]);
      await story.change(crashed);
      expect(Object.keys(await crashed.tree())).toEqual(wanted);
      expect(missing(crashed)).toEqual([]);
      await crashed.close();
    }
  }

  it('an update is completed by the next run, and no page ever names a picture that is not there', () =>
    tellBroken({
      before: (on) => on.publish(showing('abc', 1, wrong, right), 'd1'),
      change: async (on) => website.commit(await on.prepare(showing('abc', 2, right)), on.io, 'd2'),
    }));

  it('so is a withdrawal', () =>
    tellBroken({
      before: (on) => on.publish(showing('abc', 1, wrong, right), 'd1'),
      change: async (on) => takeBack('abc', 1, { kind: 'withdrawn' }, on),
    }));
});

const rebuild = () =>
  rebuildSite(
    site.io,
    { site: siteOf(account), siteUrl: account.siteUrl },
    { asked: null, rest: 0, mayGoOn: () => true },
  );

describe('a rebuild', () => {
  it('notes what explainers show that an earlier program published; until then nothing goes', async () => {
    await site.publish(showing('abc', 1, wrong, right));
    await site.publish(showing('def', 1, right));
    await fs.rm(path.join(site.siteStateDir, 'shown'), { recursive: true });
    await takeBack('abc');
    expect(await filesOf(wrong)).not.toEqual([]);
    await rebuild();
    await takeBack('def');
    expect(await filesOf(right)).toEqual([]);
  });
});

it('what no explainer shows goes once it is a week old, and not before it is known what each shows', async () => {
  const places = placesOf(site.io);
  await site.publish(showing('def', 1, right));
  await site.prepare(showing('abc', 1, wrong));
  const later = (days: number): Io => ({ ...site.io, now: () => new Date(Date.now() + days * 24 * 3_600_000) });
  await removeUnshown(later(6), places);
  expect(await filesOf(wrong)).not.toEqual([]);
  await fs.rm(path.join(site.siteStateDir, 'shown', 'all-noted'));
  await removeUnshown(later(8), places);
  expect(await filesOf(wrong)).not.toEqual([]);
  await rebuild();
  await removeUnshown(later(8), places);
  expect(await filesOf(wrong)).toEqual([]);
  expect(await filesOf(right)).not.toEqual([]);
});
