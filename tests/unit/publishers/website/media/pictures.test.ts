import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import type { Json, MediaRef } from '../../../../../publishers/contract';
import { website } from '../../../../../publishers/website';
import { placeMedia } from '../../../../../publishers/website/place-media';
import { account, openTestSite, versionOf } from '../test-site';
import type { TestSite } from '../test-site';

let site: TestSite;
beforeEach(async () => {
  site = await openTestSite();
  await site.ensure();
});
afterEach(() => site.close());

const SECRET = 'GEHEIM-CAMERA';

/** Noise, as photographs have it: nothing that codes away to nothing. */
const noise = (width: number, height: number) =>
  sharp({
    create: { width, height, channels: 3, background: '#14527a', noise: { type: 'gaussian', mean: 120, sigma: 40 } },
  });

const drawing = (width: number, height: number, text = '起付线 400 元') =>
  sharp(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="#fbfaf6"/>` +
        `<rect x="20" y="20" width="60%" height="40%" fill="#14527a"/><text x="40" y="90" font-size="40">${text}</text></svg>`,
    ),
  ).png();

const imageSet = (media: MediaRef) =>
  versionOf('abc', 1, { form: 'image', images: [{ media, caption: '领取条件', longDescription: '' }] });

/** What lies on the site of a picture, by ending and width. */
async function written(media: MediaRef) {
  const names = (await readdir(path.join(site.siteDir, 'media'))).filter((name) => name.startsWith(media.sha256));
  const files = await Promise.all(
    names.map(async (name) => {
      const bytes = await readFile(path.join(site.siteDir, 'media', name));
      return { name: name.slice(65), bytes, ...(await sharp(bytes, { animated: true }).metadata()) };
    }),
  );
  return files.sort((one, other) => one.name.localeCompare(other.name));
}

it('a photograph goes out in three types and in the needed widths, upright, with nothing that the camera noted', async () => {
  const bytes = await noise(1200, 2000)
    .withExif({
      IFD0: { Artist: SECRET },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '30/1 15/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '120/1 9/1 0/1' },
    })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();
  expect(bytes.includes(SECRET)).toBe(true);
  const media = site.file('a.jpg', 'image/jpeg', bytes, { width: 2000, height: 1200 });
  await site.publish(imageSet(media));

  const files = await written(media);
  expect(files.map(({ name }) => name)).toEqual(
    ['1600.avif', '1600.jpg', '1600.webp', '480.avif', '480.webp', '960.avif', '960.jpg', '960.webp'].sort((a, b) =>
      a.localeCompare(b),
    ),
  );
  for (const file of files) {
    expect(file).toMatchObject({ space: 'srgb', depth: 'uchar' });
    expect(file.exif ?? file.xmp ?? file.iptc).toBeUndefined();
    expect(file.bytes.includes(SECRET)).toBe(false);
    expect(file.width / file.height).toBeCloseTo(5 / 3, 1);
  }
});

it('the page offers the best type first, reserves the place, and loads only the first picture at once', async () => {
  const one = site.file('a.jpg', 'image/jpeg', await noise(1000, 500).jpeg().toBuffer(), { width: 1000, height: 500 });
  const two = site.file('b.png', 'image/png', await drawing(300, 200).toBuffer(), { width: 300, height: 200 });
  const images = [one, two].map((media) => ({ media, caption: '', longDescription: '' }));
  await site.publish(versionOf('abc', 1, { form: 'image', images }));
  const pictures = (await site.read('explainers/abc/index.html')).match(/<picture>.*?<\/picture>/gs) ?? [];
  expect(pictures).toHaveLength(2);
  const [first = '', second = ''] = pictures;
  expect([...first.matchAll(/<source type="([^"]+)"/g)].map(([, type]) => type)).toEqual(['image/avif', 'image/webp']);
  expect(first).toMatch(/<source type="image\/avif" srcset="\S+-480\.avif 480w, \S+-1000\.avif 1000w" sizes="/);
  expect(first).toMatch(/<img src="\S+-1000\.jpg" alt="示意图" fetchpriority="high" width="1000" height="500"/);
  expect(first).toContain('style="background:url(data:image/webp;base64,');
  expect(first).not.toContain('loading=');
  expect(second).toMatch(/<img [^>]*loading="lazy" decoding="async"/);
});

it('an animation keeps its frames', async () => {
  const frames = await Promise.all(
    ['#14527a', '#b3261e', '#1f6b4f'].map((background) =>
      sharp({ create: { width: 120, height: 80, channels: 3, background } })
        .png()
        .toBuffer(),
    ),
  );
  const gif = await sharp(frames, { join: { animated: true } })
    .gif({ delay: [100, 200, 300] })
    .toBuffer();
  const media = site.file('a.gif', 'image/gif', gif, { width: 120, height: 80 });
  await site.publish(imageSet(media));
  const [file, ...others] = await written(media);
  expect(others).toEqual([]);
  expect(file).toMatchObject({ name: '120.webp', format: 'webp', pages: 3, delay: [100, 200, 300] });
  expect(await site.read('explainers/abc/index.html')).toMatch(
    /<img src="\S+-120\.webp" alt="[^"]*"[^>]* width="120" height="80"/,
  );
});

it('an infographic too tall for AVIF and WebP is a JPEG in every width', async () => {
  const media = site.file('tall.png', 'image/png', await drawing(1000, 20_000).toBuffer(), {
    width: 1000,
    height: 20_000,
  });
  await site.publish(imageSet(media));
  expect((await written(media)).map(({ name, width, height }) => [name, width, height])).toEqual([
    ['1000.jpg', 1000, 20_000],
  ]);
});

it('one too tall for a JPEG becomes narrower', async () => {
  const media = site.file('tower.png', 'image/png', await noise(200, 70_000).png().toBuffer(), {
    width: 200,
    height: 70_000,
  });
  await site.publish(imageSet(media));
  const [file] = await written(media);
  expect(file).toMatchObject({ format: 'jpeg', width: 187 });
});

it('CMYK and 16 bits become what every browser shows', async () => {
  const cmyk = site.file('cmyk.jpg', 'image/jpeg', await noise(100, 80).toColourspace('cmyk').jpeg().toBuffer());
  const deep = site.file('deep.png', 'image/png', await noise(100, 80).toColourspace('rgb16').png().toBuffer());
  for (const [index, media] of [cmyk, deep].entries()) {
    await site.publish({ ...imageSet(media), explainer: `e${index}`, id: `e${index}-1` });
    for (const file of await written(media)) expect(file).toMatchObject({ space: 'srgb', depth: 'uchar', channels: 3 });
  }
});

it('a drawing in flat colours is not blown up: WebP without loss where that is smaller, and AVIF only where it pays', async () => {
  const flat = site.file('flat.png', 'image/png', await drawing(900, 600, '').toBuffer(), { width: 900, height: 600 });
  await site.publish(imageSet(flat));
  const files = await written(flat);
  const webp = files.find(({ name }) => name === '900.webp');
  expect(webp?.bytes.length).toBeLessThan(1_000);
  expect(files.filter(({ format, bytes }) => format === 'heif' && bytes.length >= (webp?.bytes.length ?? 0))).toEqual(
    [],
  );
});

it('each call makes at most one file, and a run after a crash goes on where the last one was kept', async () => {
  const media = site.file('a.jpg', 'image/jpeg', await noise(1000, 500).jpeg().toBuffer(), {
    width: 1000,
    height: 500,
  });
  const rendition = website.render(imageSet(media), account, 'publish');
  let done: Json | null = null;
  let before = 0;
  for (;;) {
    const step = await website.prepare(rendition, done, site.io, 'd1');
    if (step.state === 'ready') break;
    if (step.state !== 'progress') throw new Error(step.state);
    // As it would come back from the database.
    done = kept(step.done);
    const now = (await readdir(path.join(site.siteDir, 'media'))).length;
    expect(now - before).toBeLessThanOrEqual(1);
    before = now;
  }
  expect(before).toBe(5);
});

it('a site of an earlier version keeps showing the pictures that it has', async () => {
  const media = site.file('old.png', 'image/png', await drawing(900, 600).toBuffer(), { width: 900, height: 600 });
  await mkdir(path.join(site.siteStateDir, 'media'));
  const large = { url: `/media/${media.sha256}-900.webp`, width: 900, height: 600 };
  const small = { url: `/media/${media.sha256}-640.webp`, width: 640, height: 427 };
  const record = JSON.stringify({ kind: 'picture', large, small });
  await writeFile(path.join(site.siteStateDir, 'media', `${media.sha256}.json`), record);
  await mkdir(path.join(site.siteDir, 'media'));
  for (const { url } of [large, small]) await writeFile(path.join(site.siteDir, url), 'as it lies there');
  await site.publish(imageSet(media));
  const html = await site.read('explainers/abc/index.html');
  expect(html).toContain(`<img src="${large.url}" srcset="${small.url} 640w, ${large.url} 900w"`);
  expect(html).not.toContain('<picture>');
});

it('no description can leave its attribute, and what is not known keeps its place', () => {
  const sha = 'a'.repeat(64);
  const html = `<img src="media:${sha}" alt="a > b &quot; c" loading="lazy" decoding="async">`;
  expect(placeMedia(html, {})).toBe(html);
  const url = '/media/x.jpg';
  expect(placeMedia(html, { [sha]: { kind: 'picture', large: { url, width: 2, height: 1 }, small: null } })).toBe(
    `<img src="${url}" alt="a > b &quot; c" loading="lazy" decoding="async" width="2" height="1"/>`,
  );
});

const kept = (value: Json): Json => JSON.parse(JSON.stringify(value)) as Json;
