import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import type { Json } from '../../../../publishers/contract';
import { microBroadcast } from '../../../../publishers/micro-broadcast';
import type { PreparedScript } from '../../../../publishers/micro-broadcast/prepared';
import { account as anyAccount, mediaRef, version } from '../weibo/fixtures';
import { testIo, type TestIo } from '../weibo/io';

let dir: string;
let io: TestIo;

beforeEach(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'mingbai-live-'));
  const picture = await sharp({ create: { width: 2000, height: 1000, channels: 3, background: '#14527a' } })
    .withExif({ IFD0: { Artist: '某某' } })
    .png()
    .toBuffer();
  io = testIo({
    connection: { siteDir: path.join(dir, 'site'), siteStateDir: path.join(dir, 'state') },
    files: { m1: picture },
  });
});
afterEach(() => rm(dir, { recursive: true }));

const account = anyAccount({ name: 'micro-broadcast', publisher: 'micro-broadcast' });
const rendition = () =>
  microBroadcast.render(
    version({ cover: mediaRef(), aspects: { background: '过去。', basis: '', intent: '', implementation: '' } }),
    account,
    'publish',
  );

async function ready(): Promise<PreparedScript> {
  let done: Json | null = null;
  for (let calls = 0; calls < 10; calls++) {
    const step = await microBroadcast.prepare(rendition(), done, io, 'd1');
    if (step.state === 'ready') return step.prepared;
    if (step.state !== 'progress') throw new Error(JSON.stringify(step));
    done = step.done;
  }
  throw new Error('never ready');
}
const pending = (prepared: PreparedScript, delivery: string) => ({
  delivery,
  prepared,
  intentAt: io.clock.toISOString(),
  answer: null,
});
const livePage = (id: string) => readFile(path.join(dir, 'site/live', id, 'index.html'), 'utf8');

describe('a broadcast of an explainer', () => {
  it('has its pictures in place before anything is public, without what cameras write into them', async () => {
    const prepared = await ready();
    const image = prepared.updates[0]?.images[0];
    expect(image).toMatchObject({ width: 1600, height: 800, alt: '报销比例示意图' });
    const metadata = await sharp(path.join(dir, 'site', image?.url ?? '')).metadata();
    expect(metadata).toMatchObject({ format: 'webp', width: 1600 });
    expect(metadata.exif).toBeUndefined();
    await expect(livePage('exp1')).rejects.toThrow('ENOENT');
  });

  it('opens its room with the first update, and a second run of the same delivery changes nothing', async () => {
    const prepared = await ready();
    expect(await microBroadcast.confirm(pending(prepared, 'd1'), io)).toEqual({ state: 'absent' });
    const outcome = await microBroadcast.commit(prepared, io, 'd1');
    expect(outcome).toMatchObject({
      state: 'published',
      receipt: { id: 'exp1', url: 'https://www.yunlan.gov.cn/live/exp1/', at: io.clock.toISOString() },
    });
    const html = await livePage('exp1');
    expect(html).toContain('门诊看病也能报销了');
    expect(html).toContain('正在直播');
    io.clock = new Date(io.clock.getTime() + 60_000);
    expect(await microBroadcast.commit(prepared, io, 'd1')).toEqual(outcome);
    expect(await livePage('exp1')).toBe(html);
    expect(await microBroadcast.confirm(pending(prepared, 'd1'), io)).toEqual(outcome);
  });

  it('gets an address of its own when it is told a second time', async () => {
    const prepared = await ready();
    await microBroadcast.commit(prepared, io, 'd1');
    expect(await microBroadcast.confirm(pending(prepared, 'd2'), io)).toEqual({ state: 'absent' });
    const outcome = await microBroadcast.commit(prepared, io, 'd2');
    if (outcome.state !== 'published') throw new Error('not published');
    expect(outcome.receipt.id).toMatch(/^exp1-[0-9a-f]{8}$/);
    expect(await microBroadcast.confirm(pending(prepared, 'd2'), io)).toEqual(outcome);
  });

  it('is taken back with a note in its place', async () => {
    const prepared = await ready();
    const outcome = await microBroadcast.commit(prepared, io, 'd1');
    if (outcome.state !== 'published') throw new Error('not published');
    await microBroadcast.withdraw?.(outcome.receipt, '数据有误', io);
    const html = await livePage('exp1');
    expect(html).toContain('数据有误');
    expect(html).not.toContain('data-seq');
  });

  it('says which picture is missing, and that the account is not connected', async () => {
    io = testIo({ connection: io.connection });
    expect(await microBroadcast.prepare(rendition(), null, io, 'd1')).toMatchObject({
      state: 'rejected',
      problem: { code: 'media.gone' },
    });
    io = testIo({ connection: {} });
    expect(await microBroadcast.prepare(rendition(), null, io, 'd1')).toMatchObject({
      problem: { code: 'broadcast.not-connected' },
    });
  });
});

describe('a broadcast account', () => {
  it('is healthy when its places can be written and its settings make sense', async () => {
    expect(await microBroadcast.verify(account, io)).toEqual({ healthy: true, problem: null });
    expect(await microBroadcast.verify({ ...account, settings: { secondsBetween: 'oft' } }, io)).toMatchObject({
      problem: { code: 'broadcast.settings' },
    });
    expect(await microBroadcast.verify(account, testIo({ connection: {} }))).toMatchObject({ healthy: false });
  });
});
