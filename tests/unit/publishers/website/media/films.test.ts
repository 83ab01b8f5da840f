import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Json, MediaRef } from '../../../../../publishers/contract';
import { website } from '../../../../../publishers/website';
import { account, openTestSite, versionOf } from '../test-site';
import type { TestSite } from '../test-site';

let site: TestSite;
let scratch: string;
const { PATH } = process.env;
beforeEach(async () => {
  site = await openTestSite();
  await site.ensure();
  scratch = await mkdtemp(path.join(tmpdir(), 'mingbai-films-'));
});
afterEach(async () => {
  process.env['PATH'] = PATH;
  await site.close();
  await rm(scratch, { recursive: true });
});

/** A film drawn by ffmpeg itself. */
async function shoot(picture: string, ...coding: string[]): Promise<Buffer> {
  const file = path.join(scratch, 'shot.mp4');
  const [, seconds = '1'] = /d=([\d.]+)/.exec(picture) ?? [];
  const sources = ['-f', 'lavfi', '-i', picture, '-f', 'lavfi', '-i', `sine=440:d=${seconds}`];
  execFileSync('ffmpeg', ['-v', 'error', '-y', ...sources, ...coding, file]);
  return readFile(file);
}

const PLAYS = ['-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p', '-c:a', 'aac'];
const DOES_NOT = ['-c:v', 'mpeg4', '-q:v', '6', '-c:a', 'aac'];

const videoOf = (media: MediaRef, poster: MediaRef | null = null) =>
  versionOf('abc', 1, {
    form: 'video',
    video: { media, poster, captions: '', transcript: '', chapters: [{ at: 5, title: '能提多少' }] },
  });

interface Probe {
  readonly format: { readonly duration: string; readonly tags?: Readonly<Record<string, string>> };
  readonly streams: readonly {
    readonly codec_name: string;
    readonly width?: number;
    readonly height?: number;
    readonly duration: string;
    readonly nb_read_frames?: string;
  }[];
}
const probe = (name: string): Probe => {
  const args = ['-v', 'error', '-count_frames', '-show_format', '-show_streams', '-print_format', 'json'];
  return JSON.parse(execFileSync('ffprobe', [...args, path.join(site.siteDir, name)], { encoding: 'utf8' })) as Probe;
};

const mediaNames = async (): Promise<string[]> =>
  (await readdir(path.join(site.siteDir, 'media')).catch(() => []))
    .map((name) => name.replace(/^[0-9a-f]{64}/, ''))
    .sort();

it('a film that browsers play keeps its pictures, loses what the camera noted, and gets a smaller size and a still', async () => {
  const place = ['-metadata', 'location=+30.1525+120.1525/', '-metadata', 'title=GEHEIM', '-f', 'mov'];
  const bytes = await shoot('testsrc2=s=1280x720:r=25:d=3', ...PLAYS, ...place);
  expect(bytes.includes('+30.1525')).toBe(true);
  const media = site.file('v.mp4', 'video/mp4', bytes);
  await site.publish(videoOf(media));

  expect(await mediaNames()).toEqual(['-480.mp4', '-720.mp4', '-still.jpg']);
  for (const side of [720, 480]) {
    const name = `media/${media.sha256}-${side}.mp4`;
    const written = await readFile(path.join(site.siteDir, name));
    expect(written.includes('+30.1525') || written.includes('GEHEIM')).toBe(false);
    // The index stands in front, so that a player begins before it has the whole file.
    expect(written.indexOf('moov')).toBeLessThan(written.indexOf('mdat'));
    const [picture, sound] = probe(name).streams;
    expect(picture).toMatchObject({ codec_name: 'h264', height: side, nb_read_frames: '75' });
    expect(sound?.codec_name).toBe('aac');
  }
  const html = await site.read('explainers/abc/index.html');
  const address = `/media/${media.sha256}`;
  expect(html).toContain(`poster="${address}-still.jpg" width="1280" height="720"`);
  expect(html).toContain(
    `<source src="${address}-480.mp4" type="video/mp4" data-height="480" media="(max-width: 47.99rem)"/>` +
      `<source src="${address}-720.mp4" type="video/mp4" data-height="720"/>` +
      `<source src="${address}-480.mp4" type="video/mp4" data-height="480"/>`,
  );
  expect(html).toContain(`href="${address}-720.mp4#t=5"`);
  expect(html).toContain('"duration":"PT3S"');
  expect(html).toContain(`"thumbnailUrl":"https://yunlan.example${address}-still.jpg"`);
  expect(await readdir(path.join(site.siteStateDir, 'films'))).toEqual([]);
});

it('a film in slices comes out whole: every frame, no gap where slices meet, and sound of the same length', async () => {
  const bytes = await shoot('testsrc2=s=320x180:r=30000/1001:d=45', ...DOES_NOT);
  const media = site.file('v.mp4', 'video/mp4', bytes);
  const steps = await prepareAll(videoOf(media));
  // A still, the sound, three slices, the whole; then the site.
  expect(steps.map((step) => workOf(step, media))).toEqual(['1/6', '2/6', '3/6', '4/6', '5/6', '6/6', 'video']);
  const name = `media/${media.sha256}-180.mp4`;
  const [picture, sound] = probe(name).streams;
  expect(Math.abs(Number(picture?.nb_read_frames) - 1349)).toBeLessThanOrEqual(1);
  expect(Math.abs(Number(picture?.duration) - 45)).toBeLessThan(0.1);
  expect(Math.abs(Number(sound?.duration) - 45)).toBeLessThan(0.1);
  const times = execFileSync(
    'ffprobe',
    [
      '-v',
      'error',
      '-select_streams',
      'v',
      '-show_entries',
      'frame=pts_time',
      '-of',
      'csv=p=0',
      path.join(site.siteDir, name),
    ],
    { encoding: 'utf8' },
  )
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => Number.parseFloat(line));
  const gaps = times.slice(1).map((time, index) => time - (times[index] ?? 0));
  expect(Math.max(...gaps)).toBeLessThan(0.04);
  expect(Math.min(...gaps)).toBeGreaterThan(0.03);
});

it('after a crash only what is missing is made', async () => {
  const media = site.file('v.mp4', 'video/mp4', await shoot('testsrc2=s=320x180:r=25:d=25', ...DOES_NOT));
  const rendition = website.render(videoOf(media), account, 'publish');
  const first = await website.prepare(rendition, null, site.io, 'd1');
  expect(first).toMatchObject({ state: 'progress' });
  // Whoever died before `done` was stored begins with nothing and finds the still.
  const again = await website.prepare(rendition, null, site.io, 'd1');
  expect(again.state === 'progress' && workOf(again.done, media)).toBe('2/5');
  expect(await mediaNames()).toEqual([]);
});

it('parts that nobody comes back for are taken away when the next film begins', async () => {
  const cancelled = site.file('old.mp4', 'video/mp4', await shoot('testsrc2=s=320x180:r=25:d=1', ...DOES_NOT));
  await website.prepare(website.render(videoOf(cancelled), account, 'publish'), null, site.io, 'd1');
  const films = path.join(site.siteStateDir, 'films');
  expect(await readdir(films)).toEqual([cancelled.sha256]);
  site.clock.now = new Date(Date.now() + 8 * 24 * 3_600_000).toISOString();
  const next = site.file('v.mp4', 'video/mp4', await shoot('testsrc2=s=320x180:r=25:d=2', ...DOES_NOT));
  await website.prepare(website.render(videoOf(next), account, 'publish'), null, site.io, 'd2');
  expect(await readdir(films)).toEqual([next.sha256]);
});

it('a film that was shot upright stays upright', async () => {
  const media = site.file('v.mp4', 'video/mp4', await shoot('testsrc2=s=360x640:r=25:d=1', ...DOES_NOT));
  await site.publish(videoOf(media));
  expect(probe(`media/${media.sha256}-360.mp4`).streams[0]).toMatchObject({ width: 360, height: 640 });
});

it.each([
  ['where ffmpeg is not installed', () => shoot('testsrc2=s=1280x720:r=25:d=1', ...PLAYS), ''],
  ['when nothing can be made of it', () => Promise.resolve(Buffer.from('no film')), PATH],
])('a film goes out as it was signed %s', async (_when, bytes, searched) => {
  const media = site.file('v.mp4', 'video/mp4', await bytes());
  process.env['PATH'] = searched;
  await site.publish(videoOf(media));
  process.env['PATH'] = PATH;
  expect(await mediaNames()).toEqual(['.mp4']);
  expect(await site.read('explainers/abc/index.html')).toContain(
    `<source src="/media/${media.sha256}.mp4" type="video/mp4"/>`,
  );
});

it('a list of addresses that calls itself a film is not followed', async () => {
  const list = '#EXTM3U\n#EXT-X-MEDIA-SEQUENCE:0\n#EXTINF:10,\nfile:///etc/passwd\n#EXT-X-ENDLIST\n';
  const media = site.file('v.mp4', 'video/mp4', Buffer.from(list));
  await site.publish(videoOf(media));
  expect(await mediaNames()).toEqual(['.mp4']);
});

async function prepareAll(version: ReturnType<typeof videoOf>): Promise<Json[]> {
  const rendition = website.render(version, account, 'publish');
  const steps: Json[] = [];
  for (;;) {
    const step = await website.prepare(rendition, steps.at(-1) ?? null, site.io, 'd1');
    if (step.state === 'ready') return steps;
    if (step.state !== 'progress') throw new Error(step.state);
    steps.push(step.done);
  }
}

/** How far the film is: `3/6`, or what it has become. */
function workOf(done: Json, media: MediaRef): string {
  const work = (done as Record<string, { kind: string; made?: number; of?: number }>)[media.sha256];
  return work?.kind === 'video-in-work' ? `${work.made}/${work.of}` : (work?.kind ?? 'nothing');
}
