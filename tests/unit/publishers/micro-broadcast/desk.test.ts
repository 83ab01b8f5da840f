import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createDesk, type Desk, type DeskAnswer } from '../../../../publishers/micro-broadcast/desk';
import { roomInput, updateInput } from '../../../../publishers/micro-broadcast/inputs';
import { liveMessage, type LiveEntry, type LiveMessage } from '../../../../publishers/micro-broadcast/live-message';
import type { RoomOpening } from '../../../../publishers/micro-broadcast/new-room';
import type { Room } from '../../../../publishers/micro-broadcast/room';
import { siteSettings } from '../../../../publishers/website/settings';
import { testIo, type TestIo } from '../weibo/io';

let dir: string;
let io: TestIo;
let desk: Desk;

beforeEach(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'mingbai-live-'));
  io = testIo({ connection: {} });
  io.clock = new Date('2026-11-23T01:00:00.000Z');
  desk = newDesk();
});
afterEach(() => rm(dir, { recursive: true }));

const siteDir = () => path.join(dir, 'site');
const newDesk = (): Desk =>
  createDesk({ siteDir: siteDir(), siteStateDir: path.join(dir, 'state'), ...io, now: () => io.clock });
const after = (seconds: number): Date => (io.clock = new Date(Date.parse('2026-11-23T01:00:00.000Z') + seconds * 1000));
const said = (text: string) => updateInput.parse({ text });
const scripted = (second: number, text: string) => ({
  after: second,
  kind: 'point' as const,
  speaker: null,
  text,
  images: [],
});

const opening = (changed: Partial<RoomOpening> = {}): RoomOpening => ({
  ...roomInput.parse({ title: '门诊新政发布会', hashtag: '门诊新政', host: '市医保局' }),
  ids: ['r1'],
  siteUrl: 'http://localhost:1337',
  site: siteSettings.parse({}),
  explainer: null,
  delivery: null,
  script: [],
  endsAfter: null,
  startNow: true,
  ...changed,
});

function roomOf(answer: DeskAnswer): Room {
  if ('problem' in answer) throw new Error(answer.problem.code);
  return answer.room;
}
const codeOf = (answer: DeskAnswer) => ('problem' in answer ? answer.problem.code : null);
const page = () => readFile(path.join(siteDir(), 'live/r1/index.html'), 'utf8');
const updates = async () =>
  JSON.parse(await readFile(path.join(siteDir(), 'live/r1/updates.json'), 'utf8')) as LiveMessage; // written by us
const everythingPublic = async (): Promise<string> => {
  const names = await readdir(siteDir(), { recursive: true, withFileTypes: true });
  const files = names.filter((name) => name.isFile()).map((name) => path.join(name.parentPath, name.name));
  return (await Promise.all(files.map((file) => readFile(file, 'utf8')))).join('\n');
};

/** A reader who keeps what was received, as the page's script does. */
class Reader {
  cursor = 0;
  private readonly entries = new Map<number, LiveEntry>();
  receive(message: LiveMessage): void {
    if (message.since > this.cursor) throw new Error('gap');
    for (const entry of message.entries) if (entry.cursor > this.cursor) this.entries.set(entry.seq, entry);
    this.cursor = Math.max(this.cursor, message.cursor);
  }
  get list() {
    return [...this.entries.values()].sort((one, other) => one.seq - other.seq).map(({ seq, html }) => ({ seq, html }));
  }
}

describe('a scripted room', () => {
  it('shows the first update at once and each further one when it is due, numbered in that order', async () => {
    await desk.openRoom(opening({ script: [scripted(0, '第一'), scripted(20, '第二'), scripted(40, '第三')] }));
    expect((await updates()).entries.map(({ text }) => text)).toEqual(['第一']);
    expect(await desk.releaseDue(after(19))).toEqual([]);
    expect(await desk.releaseDue(after(20))).toEqual(['r1']);
    expect(await desk.releaseDue(after(20))).toEqual([]);
    expect(await desk.releaseDue(after(45))).toEqual(['r1']);
    expect((await updates()).entries.map(({ seq, text, at }) => [seq, text, at])).toEqual([
      [1, '第一', '2026-11-23T01:00:00.000Z'],
      [2, '第二', '2026-11-23T01:00:20.000Z'],
      [3, '第三', '2026-11-23T01:00:45.000Z'],
    ]);
  });

  it('keeps what is not yet said out of everything that readers can get', async () => {
    await desk.openRoom(opening({ script: [scripted(0, '可以看'), scripted(20, '还不能看')] }));
    const everything = await everythingPublic();
    expect(everything).toContain('可以看');
    expect(everything).not.toContain('还不能看');
  });

  it('ends by itself when everything is said', async () => {
    await desk.openRoom(opening({ script: [scripted(0, '一'), scripted(20, '二')], endsAfter: 40 }));
    await desk.releaseDue(after(39));
    expect((await updates()).stage).toBe('running');
    await desk.releaseDue(after(40));
    expect((await updates()).stage).toBe('ended');
    expect(await desk.openRooms()).toEqual([]);
    expect(await desk.releaseDue(after(4000))).toEqual([]);
  });

  it('R15: an update made long before is new to a reader who has seen everything else', async () => {
    await desk.openRoom(opening({ script: [scripted(0, '开场'), scripted(3600, '一小时前就写好的')] }));
    const reader = new Reader();
    for (let n = 0; n < 20; n++) await desk.postUpdate('r1', said(`现场 ${n}`));
    reader.receive(await updates());
    const seen = reader.cursor;
    await desk.releaseDue(after(3600));
    const room = await desk.readRoom('r1');
    if (!room) throw new Error('no room');
    expect(liveMessage(room, seen).entries.map(({ seq, text }) => [seq, text])).toEqual([[22, '一小时前就写好的']]);
  });
});

describe('a room of the live desk', () => {
  it('is announced, starts, takes updates and ends', async () => {
    await desk.openRoom(opening({ startNow: false, plannedStart: '2026-11-23T07:00:00.000Z' }));
    expect(await page()).toContain('直播预告');
    expect(codeOf(await desk.postUpdate('r1', said('太早')))).toBe('broadcast.not-started');
    expect((await desk.openRooms()).map(({ id, stage }) => [id, stage])).toEqual([['r1', 'announced']]);
    await desk.startRoom('r1');
    await desk.postUpdate('r1', said('来了'));
    await desk.endRoom('r1');
    expect(codeOf(await desk.postUpdate('r1', said('太晚')))).toBe('broadcast.ended');
    expect(codeOf(await desk.startRoom('r1'))).toBe('broadcast.ended');
    expect(codeOf(await desk.startRoom('nowhere'))).toBe('broadcast.no-room');
    expect(codeOf(await desk.startRoom('../../etc'))).toBe('broadcast.no-room');
  });

  it('takes the same update once when it is sent twice', async () => {
    await desk.openRoom(opening());
    await Promise.all(['k', 'k', 'other'].map((key) => desk.postUpdate('r1', said(`由 ${key}`), key)));
    expect((await updates()).entries.map(({ text }) => text)).toEqual(['由 k', '由 other']);
  });

  it('corrects in sight of everybody and keeps the old words out of it', async () => {
    await desk.openRoom(opening());
    await desk.postUpdate('r1', said('报销五成'));
    const room = roomOf(await desk.correctUpdate('r1', 1, { text: '报销七成', note: '比例写错了' }));
    expect(room.updates[0]).toMatchObject({ seq: 1, earlier: ['报销五成'] });
    const everything = await everythingPublic();
    expect(everything).toContain('报销七成');
    expect(everything).toContain('比例写错了');
    expect(everything).not.toContain('报销五成');
  });

  it('removes the words and leaves the number', async () => {
    await desk.openRoom(opening());
    await desk.postUpdate('r1', said('不该说的'));
    await desk.postUpdate('r1', said('该说的'));
    await desk.removeUpdate('r1', 1, '误发');
    expect((await updates()).entries.map(({ seq, text, removed }) => [seq, text, removed])).toEqual([
      [1, '', true],
      [2, '该说的', false],
    ]);
    expect(await everythingPublic()).not.toContain('不该说的');
    expect(await page()).toContain('撤下');
    expect(codeOf(await desk.correctUpdate('r1', 1, { text: 'x', note: 'y' }))).toBe('broadcast.no-update');
    expect(codeOf(await desk.removeUpdate('r1', 9, 'x'))).toBe('broadcast.no-update');
  });

  it('escapes what is said', async () => {
    await desk.openRoom(opening({ title: '<script>alert(1)</script>' }));
    await desk.postUpdate('r1', said('</script><img src=x onerror=alert(1)> 见 https://a.cn/"x'));
    const everything = await page();
    expect(everything).not.toContain('<script>alert');
    expect(everything).not.toContain('<img src=x');
  });
});

describe('R15: all readers of a room', () => {
  it('come to see the same list, whenever they came and whatever they missed', async () => {
    await desk.openRoom(opening({ script: Array.from({ length: 30 }, (_, n) => scripted(n * 10, `稿 ${n}`)) }));
    const readers: Reader[] = [];
    for (let round = 0; round < 60; round++) {
      const number = 1 + ((round * 7) % Math.max(1, round));
      if (round % 3 === 0) await desk.postUpdate('r1', said(`现场 ${round}`));
      if (round % 5 === 0) await desk.correctUpdate('r1', number, { text: `改 ${round}`, note: `第 ${round} 轮` });
      if (round % 11 === 0) await desk.removeUpdate('r1', number, '误发');
      if (round % 2 === 0) await desk.releaseDue(after(round * 5));
      if (round % 10 === 0) readers.push(new Reader());
      const room = await desk.readRoom('r1');
      if (!room) throw new Error('no room');
      // Each hears something only now and then, and some things twice.
      readers.forEach((reader, index) => {
        if ((round + index) % 4 === 0) reader.receive(liveMessage(room, reader.cursor));
        if ((round + index) % 6 === 0) reader.receive(liveMessage(room, Math.max(0, reader.cursor - 3)));
      });
    }
    const room = await desk.readRoom('r1');
    if (!room) throw new Error('no room');
    const late = new Reader();
    late.receive(await updates());
    expect(late.list.map(({ seq }) => seq)).toEqual(room.updates.map((_, index) => index + 1));
    for (const reader of readers) {
      reader.receive(liveMessage(room, reader.cursor));
      expect(reader.list).toEqual(late.list);
    }
    expect(new Set(room.updates.map(({ cursor }) => cursor)).size).toBe(room.updates.length);
  });
});

describe('a crash', () => {
  it('between the state and the files is mended by the next look, and readers are told', async () => {
    await desk.openRoom(opening({ script: [scripted(0, '一'), scripted(20, '二')] }));
    const before = { page: await page(), updates: JSON.stringify(await updates()) };
    await desk.releaseDue(after(20));
    await writeFile(path.join(siteDir(), 'live/r1/index.html'), before.page);
    await writeFile(path.join(siteDir(), 'live/r1/updates.json'), before.updates);
    expect(await newDesk().releaseDue(after(21))).toEqual(['r1']);
    expect((await updates()).entries.map(({ text }) => text)).toEqual(['一', '二']);
    expect(await page()).toContain('二');
  });

  it('that lost the files altogether is mended too, also for a room that has ended', async () => {
    await desk.openRoom(opening());
    await desk.postUpdate('r1', said('一'));
    await desk.endRoom('r1');
    await rm(siteDir(), { recursive: true });
    expect(await newDesk().releaseDue(io.clock)).toEqual(['r1']);
    expect((await updates()).stage).toBe('ended');
  });

  it('that left one room unreadable does not keep the others waiting', async () => {
    await desk.openRoom(opening({ ids: ['r0'] }));
    await desk.openRoom(opening({ script: [scripted(0, '一'), scripted(20, '二')] }));
    await writeFile(path.join(dir, 'state/rooms/r0.json'), '{"id":');
    expect(await desk.releaseDue(after(20))).toEqual(['r1']);
    expect((await desk.openRooms()).map(({ id }) => id)).toEqual(['r1']);
  });
});

describe('the live page', () => {
  it('is newest first while it runs, with a way to ask again without scripts, and in order afterwards', async () => {
    await desk.openRoom(opening());
    for (const text of ['甲', '乙', '丙']) await desk.postUpdate('r1', said(text));
    const order = async () => [...(await page()).matchAll(/data-seq="(\d+)"/g)].map(([, seq]) => Number(seq));
    expect(await order()).toEqual([3, 2, 1]);
    expect(await page()).toMatch(/<noscript>.*<a href="\/live\/r1\/">.*<\/noscript>/s);
    expect(await page()).toContain('aria-live="polite"');
    await desk.endRoom('r1');
    expect(await order()).toEqual([1, 2, 3]);
    expect(await page()).not.toContain('http-equiv="refresh"');
  });
});

it('changes no room any more once its lock is lost', async () => {
  const { id } = roomOf(await desk.openRoom(opening()));
  const late = createDesk({
    siteDir: siteDir(),
    siteStateDir: path.join(dir, 'state'),
    ...io,
    exclusive: (_key, work) => work(() => false),
  });
  await expect(late.postUpdate(id, said('太晚了'))).rejects.toThrow('lock lost');
  expect((await desk.readRoom(id))?.updates).toEqual([]);
});
