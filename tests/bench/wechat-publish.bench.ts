import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import axios from 'axios';
import FormData from 'form-data';
import sharp from 'sharp';
import { z } from 'zod';
import type { Io, Json, MediaRef, Rendition } from '../../publishers/contract';
import { wechat } from '../../publishers/wechat/index';
import type { WechatPayload } from '../../publishers/wechat/payload';
import { sendHttp } from '../../src/delivery/http';
import { createMediaStore } from '../../src/delivery/media-store';
import { createMutex } from '../../src/delivery/mutex';
import { createSeal } from '../../src/delivery/seal';
import { createSharedCache } from '../../src/delivery/shared-cache';
import { mediaOf, sampleVersion } from '../unit/publishers/article/sample-version';
import type { BenchRow } from './bench-row';
import { openPlatform, openSqlite } from './many-deliveries';

/** Preparing pictures, remembering progress and looking for what a crash left, beside bare calls. */
const GOAL = 1.3;
const PICTURES = 20;
const ROUNDS = 5;
const APP = { appId: 'wxsandbox0000000001', appSecret: 'sandbox-secret' };

interface Place {
  readonly url: string;
  readonly directory: string;
  readonly photos: readonly MediaRef[];
}

/**
 * An article with twenty photographs from a cold start until the platform says that it is public, against nothing but the
 * calls that cannot be avoided, one after another, with pictures that need no work; then the same article once more.
 */
export async function wechatPublishBench(): Promise<readonly BenchRow[]> {
  const platform = await openPlatform('wechat');
  const directory = await mkdtemp(join(tmpdir(), 'mingbai-bench-'));
  try {
    const place = { url: platform.url, directory, photos: await takePhotos(directory) };
    const times: { ours: number[]; bare: number[]; again: number[] } = { ours: [], bare: [], again: [] };
    let uploadedAgain = 0;
    for (let round = 0; round < ROUNDS; round += 1) {
      times.bare.push(await bareCalls(place, round));
      const { first, second, uploads } = await publishTwice(place, round);
      times.ours.push(first);
      times.again.push(second);
      uploadedAgain += uploads;
    }
    const [ours, bare, again] = [median(times.ours), median(times.bare), median(times.again)];
    return [
      {
        name: `微信发一篇 ${PICTURES} 张图的文章，对比必不可少的调用之和`,
        ratio: ours / bare,
        goal: GOAL,
        better: 'lower',
        detail: `${ours.toFixed(0)} ms / ${bare.toFixed(0)} ms，每次调用 50 ms`,
      },
      {
        name: '同样的图再发一篇，重新上传的图片数',
        ratio: uploadedAgain,
        goal: 0,
        better: 'lower',
        detail: `${again.toFixed(0)} ms`,
      },
    ];
  } finally {
    await platform.close();
    await rm(directory, { recursive: true, force: true });
  }
}

/** As a camera of today takes them, each of its own. */
async function takePhotos(directory: string): Promise<readonly MediaRef[]> {
  const store = createMediaStore(directory);
  const refs: MediaRef[] = [];
  for (let index = 0; index < PICTURES; index += 1) {
    const noise = { type: 'gaussian', mean: 128, sigma: 12 } as const;
    const bytes = await sharp({ create: { width: 1600, height: 1200, channels: 3, noise, background: '#000' } })
      .jpeg({ quality: 80 })
      .toBuffer();
    const ref = mediaOf(`照片${index}.jpg`, bytes, { mime: 'image/jpeg' });
    await writeFile(join(directory, 'incoming'), bytes);
    await store.keep(ref, join(directory, 'incoming'));
    refs.push(ref);
  }
  return refs;
}

const id = z.object({ media_id: z.string() });

/** Milliseconds. */
async function bareCalls({ url, photos }: Place, round: number): Promise<number> {
  const files = await Promise.all(
    photos.map(({ name }) =>
      sharp({ create: { width: 1080, height: 720, channels: 3, background: '#336699' } })
        .jpeg()
        .toBuffer()
        .then((bytes) => ({ name, bytes })),
    ),
  );
  const start = performance.now();
  const call = async <T>(schema: z.ZodType<T>, path: string, body: unknown, token = ''): Promise<T> => {
    const params = token === '' ? {} : { access_token: token };
    return schema.parse((await axios.post<unknown>(`${url}/cgi-bin/${path}`, body, { params })).data);
  };
  const form = (bytes: Buffer): FormData => {
    const data = new FormData();
    data.append('media', bytes, { filename: 'a.jpg', contentType: 'image/jpeg' });
    return data;
  };
  const grant = { grant_type: 'client_credential', appid: APP.appId, secret: APP.appSecret };
  const { access_token: token } = await call(z.object({ access_token: z.string() }), 'stable_token', grant);
  const addresses: string[] = [];
  for (const { bytes } of files) {
    addresses.push((await call(z.object({ url: z.string() }), 'media/uploadimg', form(bytes), token)).url);
  }
  const [first] = files;
  if (!first) throw new Error('no pictures');
  const cover = await call(id, 'material/add_material?type=image', form(first.bytes), token);
  const content = addresses.map((address) => `<p><img src="${address.replaceAll('&', '&amp;')}"></p>`).join('');
  const article = { title: `基准 ${round}`, content, thumb_media_id: cover.media_id };
  const draft = await call(id, 'draft/add', { articles: [article] }, token);
  const task = await call(z.object({ publish_id: z.string() }), 'freepublish/submit', draft, token);
  await call(z.object({ publish_status: z.literal(0) }), 'freepublish/get', { publish_id: task.publish_id }, token);
  return performance.now() - start;
}

async function publishTwice(place: Place, round: number) {
  const { db, close } = await openSqlite();
  try {
    let uploads = 0;
    const now = (): Date => new Date();
    const media = createMediaStore(place.directory);
    const io: Io = {
      http: (request) => {
        if (request.url.endsWith('/media/uploadimg')) uploads += 1;
        return sendHttp(request, () => undefined);
      },
      connection: { apiBaseUrl: place.url, ...APP },
      media: (ref) => media.read(ref),
      cache: createSharedCache(db, now, createSeal('bench')),
      exclusive: createMutex(),
      now,
      log: () => undefined,
    };
    const first = await publish(rendition(place.photos, round), io, `bench-${round}-1`);
    if (uploads !== PICTURES + 1) throw new Error(`uploaded ${uploads} pictures instead of ${PICTURES} and the code`);
    const second = await publish(rendition(place.photos, round), io, `bench-${round}-2`);
    return { first, second, uploads: uploads - PICTURES - 1 };
  } finally {
    await close();
  }
}

/** Another photograph is the cover each time, so that none is found in the library. */
function rendition(photos: readonly MediaRef[], round: number): Rendition<WechatPayload> {
  const body = photos.map(({ url }, index) => `## 第${index + 1}处\n\n![现场](${url})`).join('\n\n');
  const content = { body, media: [...photos], cover: photos[round] ?? null };
  const account = {
    name: 'wechat',
    publisher: 'wechat',
    title: '云澜发布',
    siteUrl: 'https://www.yunlan.gov.cn',
    settings: {},
  };
  return wechat.render(sampleVersion(content), account, 'publish');
}

/** Milliseconds. Stores progress as JSON after each sub-step, as the engine does. */
async function publish(what: Rendition<WechatPayload>, io: Io, delivery: string): Promise<number> {
  const start = performance.now();
  let done: Json | null = null;
  for (;;) {
    const step = await wechat.prepare(what, done, io, delivery);
    if (step.state === 'progress') {
      done = JSON.parse(JSON.stringify(step.done)) as Json; // as the database gives it back
      continue;
    }
    if (step.state !== 'ready') throw new Error(JSON.stringify(step));
    const { prepared } = step;
    const outcome = await wechat.commit(prepared, io, delivery);
    if (outcome.state !== 'pending') throw new Error(JSON.stringify(outcome));
    const intentAt = new Date().toISOString();
    const end = await wechat.confirm({ delivery, prepared, intentAt, answer: outcome.answer }, io);
    if (end.state !== 'published') throw new Error(JSON.stringify(end));
    return performance.now() - start;
  }
}

const median = (times: readonly number[]): number =>
  [...times].sort((one, other) => one - other)[Math.floor(times.length / 2)] ?? Number.NaN;
