import { createServer, get, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { createDesk, type Desk } from '../../publishers/micro-broadcast/desk';
import { createLiveEvents, type LiveEvents } from '../../src/site/live-events';
import { siteSettings } from '../../publishers/website/settings';
import { createMutex } from '../../src/delivery/mutex';

const READERS = 120;
/** Five authors each; every change rewrites the whole page of the room. */
const ROUNDS = 40;
const START = Date.parse('2026-11-23T09:00:00+08:00');
const message = z.object({
  cursor: z.number(),
  entries: z.array(z.object({ seq: z.number(), text: z.string(), removed: z.boolean() })),
});

/** Reads along like the page's script: by number, each in its latest state, from where it was when the line broke. */
class Reader {
  readonly list = new Map<number, string>();
  cursor = 0;
  #line: IncomingMessage | null = null;

  connect(address: string): Promise<void> {
    return new Promise((resolve, reject) => {
      get(`${address}/?seen=${this.cursor}`, (line) => {
        this.#line = line;
        let text = '';
        line.setEncoding('utf8').on('data', (piece: string) => {
          text += piece;
          const events = text.split('\n\n');
          text = events.pop() ?? '';
          events.forEach((event) => this.#hear(event));
        });
        line.on('error', () => undefined);
        resolve();
      }).on('error', reject);
    });
  }

  breakOff(): void {
    this.#line?.destroy();
  }

  #hear(event: string): void {
    const data = /^event: update\ndata: (.*)$/m.exec(event)?.[1];
    if (data === undefined) return;
    const { cursor, entries } = message.parse(JSON.parse(data));
    this.cursor = cursor;
    for (const { seq, text, removed } of entries) this.list.set(seq, removed ? '（已删除）' : text);
  }
}

let directory: string;
let desk: Desk;
let events: LiveEvents;
let server: Server;
let address: string;
let now: number;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'mingbai-live-'));
  now = START;
  desk = createDesk({
    siteDir: join(directory, 'site'),
    siteStateDir: join(directory, 'state'),
    exclusive: createMutex(),
    now: () => new Date(now),
    log: () => undefined,
  });
  events = createLiveEvents({});
  server = createServer((request, response) => {
    const seen = Number(new URL(request.url ?? '/', 'http://x').searchParams.get('seen'));
    void desk.readRoom('r1').then((room) => room && events.join(room, response, seen));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`; // listening on TCP
});
afterEach(async () => {
  events.close();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await rm(directory, { recursive: true, force: true });
});

const said = (text: string) => ({ kind: 'scene' as const, speaker: null, text, images: [] });

describe('R15: a live stream with many readers', () => {
  it('shows everybody the same list, whoever reconnects with an old cursor; scheduled ones, corrections and removals too', async () => {
    const script = Array.from({ length: 20 }, (_, index) => ({ ...said(`稿 ${index}`), after: index * 4 }));
    await desk.openRoom({
      ids: ['r1'],
      title: '门诊共济直播',
      hashtag: '门诊共济',
      host: '云澜市医疗保障局',
      siteUrl: 'https://www.yunlan.gov.cn',
      site: siteSettings.parse({}),
      explainer: null,
      delivery: null,
      plannedStart: null,
      script,
      endsAfter: null,
      startNow: true,
    });
    const readers = Array.from({ length: READERS }, () => new Reader());
    await Promise.all(readers.slice(0, READERS / 2).map((reader) => reader.connect(address)));

    for (let round = 0; round < ROUNDS; round += 1) {
      now = START + round * 2_000;
      await Promise.all(
        [1, 2, 3, 4, 5].map((author) =>
          desk.postUpdate('r1', said(`作者 ${author} 第 ${round} 条`), `${author} ${round}`),
        ),
      );
      if (round % 7 === 3) await desk.correctUpdate('r1', round, { text: `更正 ${round}`, note: '数字有误' });
      if (round % 13 === 5) await desk.removeUpdate('r1', round + 1, '误发');
      await desk.releaseDue(new Date(now));
      const room = await desk.readRoom('r1');
      if (room) events.publish(room);
      if (round % 10 === 9) {
        for (const reader of readers.slice(round, round + 20)) reader.breakOff();
        await Promise.all(readers.slice(round - 9, round + 1).map((reader) => reconnect(reader)));
      }
    }
    const room = await desk.readRoom('r1');
    if (!room) throw new Error('no room');
    await Promise.all(readers.map(reconnect));
    const wanted = room.updates.map(({ seq, text, removal }) => [seq, removal ? '（已删除）' : text]);
    expect(wanted).toHaveLength(ROUNDS * 5 + script.length);
    await until(() => readers.every(({ cursor }) => cursor === room.cursor));
    for (const reader of readers) expect([...reader.list].sort(([a], [b]) => a - b)).toEqual(wanted);
  });
});

async function reconnect(reader: Reader): Promise<void> {
  reader.breakOff();
  await reader.connect(address);
}

async function until(met: () => boolean): Promise<void> {
  for (let left = 500; left > 0 && !met(); left -= 1) await new Promise((resolve) => setTimeout(resolve, 20));
}
