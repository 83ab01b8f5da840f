import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import type { MediaRef } from '../../publishers/contract';
import { mediaOf } from '../unit/publishers/article/sample-version';
import { HOUR, openWorld, type World } from './harness/open-world';

const NAMES = Array.from({ length: 9 }, (_, index) => `图${index + 1}.png`);
let world: World;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

async function picture(name: string): Promise<MediaRef> {
  const colour = { r: 20 * NAMES.indexOf(name), g: 120, b: 90 };
  const bytes = await sharp({ create: { width: 640, height: 480, channels: 3, background: colour } })
    .png()
    .toBuffer();
  const ref = mediaOf(name, bytes);
  const file = world.parts.media.path(ref);
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, bytes);
  return ref;
}

async function planPictures(): Promise<string> {
  const pictures = await Promise.all(NAMES.map(picture));
  const body = pictures.map(({ url, name }) => `![${name}](${url})`).join('\n\n');
  const version = await world.sign({ media: pictures, body });
  const [delivery] = await world.plan(version, { account: 'wechat' });
  return delivery?.id ?? '';
}

const uploads = (): number => world.sandbox.calls.list().filter(({ path }) => path.endsWith('/media/uploadimg')).length;

describe('R12: one of nine uploads fails', () => {
  it('twice: it alone is tried again, and the article goes out with all nine', async () => {
    const id = await planPictures();
    world.sandbox.faults.add({ platform: 'wechat', endpoint: 'media/uploadimg', kind: 'http-5xx', after: 5, times: 2 });
    await world.live(2 * HOUR);
    expect((await world.get(id)).state).toBe('published');
    // Nine pictures and the code for the website, and the two that failed.
    expect(uploads()).toBe(12);
    const article = await fetch(`${world.sandbox.url}${new URL(world.seen('wechat')[0]?.url ?? '').pathname}`);
    expect(article.ok).toBe(true);
    expect(world.commitCalls('wechat')).toBe(1);
  });

  it('for ever: nothing is committed without it, and the grace ends with a person being told', async () => {
    const id = await planPictures();
    world.sandbox.faults.add({
      platform: 'wechat',
      endpoint: 'media/uploadimg',
      kind: 'http-5xx',
      after: 5,
      times: 10_000,
    });
    await world.live(6 * HOUR);
    expect((await world.get(id)).state).toBe('missed');
    expect(world.commitCalls('wechat')).toBe(0);
    expect(await world.noticeTexts()).toHaveLength(1);
  });

  it('because the file was deleted after it was planned: rejected, and the message names it', async () => {
    const id = await planPictures();
    const gone = mediaOf('图4.png', Buffer.from('x'));
    const version = await world.parts.store.version((await world.get(id)).version);
    const ref = version?.content.media.find(({ name }) => name === gone.name);
    writeFileSync(world.parts.media.path(ref ?? gone), 'another file');
    await world.live(2 * HOUR);
    expect(await world.get(id)).toMatchObject({ state: 'rejected', problem: { code: 'media.gone' } });
    expect((await world.noticeTexts())[0]).toContain('图4.png');
    expect(world.commitCalls('wechat')).toBe(0);
  });
});
