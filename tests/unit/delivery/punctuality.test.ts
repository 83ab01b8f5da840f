import { problem } from '../../../publishers/problems';
import { HOLDERS } from '../../../src/delivery/delivery';
import { freeze, lift } from '../../../src/delivery/freeze';
import { LATE_CAUSES, lateCauseWords } from '../../../src/delivery/late-causes';
import { MACHINE_COLUMNS, STAFF_COLUMNS } from '../../../src/delivery/punctuality/columns';
import { csvLine } from '../../../src/delivery/punctuality/csv';
import type { Place } from '../../../src/delivery/punctuality/place';
import { punctualityRows, type PunctualityRow } from '../../../src/delivery/punctuality/rows';
import { parseSpan } from '../../../src/delivery/punctuality/span';
import { summarise } from '../../../src/delivery/punctuality/summarise';
import { Refusal } from '../../../src/delivery/refusal';
import { STATE_WORDS } from '../../../src/delivery/state-words';
import { beat } from '../../../src/delivery/workers';
import { STATE_LOOKS } from '../../../src/admin/delivery/state-looks';
import { memoryPublisher, type MemoryPublisher } from './support/memory-publisher';
import { NINE, openNewsroom, type Newsroom } from './support/newsroom';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const BEFORE_NINE = Date.parse(NINE) - HOUR;

let room: Newsroom | null = null;
async function open(...publishers: MemoryPublisher[]): Promise<Newsroom> {
  room = await openNewsroom({ publishers });
  return room;
}
afterEach(async () => {
  await room?.close();
  room = null;
});

const span = (own: Newsroom) => ({ from: BEFORE_NINE, to: own.clock.now().getTime() + 1, account: null });
async function report(own: Newsroom): Promise<PunctualityRow> {
  const page = { limit: 10, after: null, now: own.clock.now().getTime() };
  const { rows } = await punctualityRows(own.db, span(own), page);
  expect(rows).toHaveLength(1);
  const [row] = rows;
  if (!row) throw new Error('no row');
  return row;
}
/** Moves the clock without anybody working. */
const sleepUntil = (own: Newsroom, after: number): void => own.clock.set(Date.parse(NINE) + after);

describe('the cause of a delay', () => {
  it('is none where it went out in its second', async () => {
    const own = await open(memoryPublisher('wechat'));
    await own.planOne('wechat');
    await own.live(HOUR);
    expect(await report(own)).toMatchObject({
      state: 'published',
      planned: '2026-11-23T01:00:00.000Z',
      actual: '2026-11-23T01:00:00.000Z',
      delaySeconds: 0,
      cause: null,
    });
  });

  it('is absence where nobody was there', async () => {
    const own = await open(memoryPublisher('wechat'));
    await own.planOne('wechat');
    sleepUntil(own, 7 * SECOND);
    await own.live(0);
    expect(await report(own)).toMatchObject({ delaySeconds: 7, cause: 'absence', causeText: LATE_CAUSES.absence });
  });

  it('is the line where somebody was there all the time', async () => {
    const own = await open(memoryPublisher('wechat'));
    await beat(own.parts);
    await own.planOne('wechat');
    sleepUntil(own, 7 * SECOND);
    await beat(own.parts);
    await own.live(0);
    expect(await report(own)).toMatchObject({ cause: 'backlog' });
  });

  it('is the preparation where that took longer than there was time', async () => {
    let prepare = (): void => undefined;
    const slow = memoryPublisher('wechat', () => ({
      prepare: (rendition) => {
        prepare();
        return Promise.resolve({ state: 'ready', prepared: rendition.payload });
      },
    }));
    const own = await open(slow);
    prepare = () => own.clock.pass(9 * SECOND);
    await own.planOne('wechat', { at: 'now' });
    await own.work();
    expect(await report(own)).toMatchObject({ state: 'published', delaySeconds: 9, cause: 'preparation' });
  });

  it('is the freeze where that was lifted too late, and nothing where it was lifted in time', async () => {
    const own = await open(memoryPublisher('wechat'));
    await own.planOne('wechat');
    await own.live(HOUR - MINUTE);
    await freeze(own.parts.store, null, '演练', '王主任', own.clock.now());
    await own.live(30 * SECOND);
    await lift(own.parts.store, '王主任', own.clock.now());
    await own.live(10 * SECOND);
    const early: unknown = await own.db('mb_deliveries').select('late_cause');
    expect(early).toEqual([{ late_cause: null }]);
    await freeze(own.parts.store, null, '演练', '王主任', own.clock.now());
    await own.live(5 * MINUTE);
    await lift(own.parts.store, '王主任', own.clock.now());
    await own.live(MINUTE);
    expect(await report(own)).toMatchObject({ state: 'published', cause: 'freeze' });
  });

  it('is forgotten when a person chooses another time', async () => {
    const own = await open(memoryPublisher('wechat'));
    const { id } = await own.planOne('wechat');
    await own.act(id, 'hold', { reason: '等通知' });
    expect((await own.get(id)).lateCause).toBe('person');
    await own.act(id, 'reschedule', { at: '2026-11-23T10:00:00+08:00' });
    expect((await own.get(id)).lateCause).toBeNull();
  });

  it.each([
    ['the problem of a platform that is busy', 'delivery.unreachable', 'published'],
    ['that of a refusal for good', 'media.gone', 'rejected'],
  ])('is %s', async (_what, code, state) => {
    let calls = 0;
    const trouble = memoryPublisher('wechat', (base) => ({
      commit: (...all) =>
        calls++ === 0
          ? Promise.resolve({ state: 'rejected', problem: problem(code, { platform: '微信', name: 'a.png' }) })
          : base.commit(...all),
    }));
    const own = await open(trouble);
    await own.planOne('wechat');
    await own.live(HOUR + 10 * MINUTE);
    expect(await report(own)).toMatchObject({ state, cause: code });
  });

  it('is the person where he posted it by hand', async () => {
    const closed = memoryPublisher('wechat', () => ({
      commit: () =>
        Promise.resolve({
          state: 'rejected',
          problem: { ...problem('delivery.withdraw-by-hand', { platform: '微信' }), kind: 'permission' },
        }),
    }));
    const own = await open(closed);
    const { id } = await own.planOne('wechat');
    await own.live(HOUR + MINUTE);
    expect(await report(own)).toMatchObject({ state: 'manual', actual: null, cause: 'delivery.withdraw-by-hand' });
    await own.act(id, 'resolve', { found: true, url: 'https://mp.weixin.qq.com/s/1' });
    expect(await report(own)).toMatchObject({ state: 'published', delaySeconds: 60, cause: 'person' });
  });

  it('has words, whoever or whatever it was', () => {
    for (const holder of HOLDERS) expect(Object.keys(LATE_CAUSES)).toContain(holder);
    for (const code of [...Object.keys(LATE_CAUSES), 'wechat.45009', 'delivery.crashed', 'unheard.of']) {
      expect(lateCauseWords(code)).toMatch(/^[^{}]*\p{Script=Han}[^{}]*$/u);
    }
  });
});

describe('the figures of a span', () => {
  async function many(delays: readonly number[]): Promise<Newsroom> {
    const own = await open(memoryPublisher('wechat'));
    const planned = [];
    for (const _ of delays) planned.push(await own.planOne('wechat'));
    await own.live(HOUR);
    for (const [index, delay] of delays.entries()) {
      await own
        .db('mb_deliveries')
        .where({ id: planned[index]?.id })
        .update({ intent_at: Date.parse(NINE) + delay * SECOND });
    }
    return own;
  }

  it('are counted over everything that was due', async () => {
    const own = await many([0, 1, 2, 3, 100]);
    const cancelled = await own.planOne('wechat', { at: '2026-11-23T09:00:30+08:00' });
    await own.act(cancelled.id, 'cancel', {});
    const waiting = await own.planOne('wechat', { at: '2026-11-23T09:00:30+08:00' });
    await own.act(waiting.id, 'hold', {});
    own.clock.pass(MINUTE);
    expect(await summarise(own.db, span(own))).toEqual({
      count: 6,
      sent: 5,
      onTime: 3,
      onTimeShare: 0.5,
      p50: 2,
      p99: 100,
      worst: 100,
    });
  });

  it('are none where nothing was due', async () => {
    const own = await open(memoryPublisher('wechat'));
    const empty = { count: 0, sent: 0, onTime: 0, onTimeShare: null, p50: null, p99: null, worst: null };
    expect(await summarise(own.db, span(own))).toEqual(empty);
  });

  it('come with pages that hold every row once, though all are due in the same second', async () => {
    const own = await many([0, 0, 0, 0, 0, 0, 0]);
    const seen: string[] = [];
    let after: Place | null = null;
    do {
      const page: Awaited<ReturnType<typeof punctualityRows>> = await punctualityRows(own.db, span(own), {
        limit: 3,
        after,
        now: own.clock.now().getTime(),
      });
      seen.push(...page.rows.map(({ delivery }) => delivery));
      after = page.next;
    } while (after !== null);
    expect(new Set(seen).size).toBe(7);
    expect(seen).toHaveLength(7);
  });
});

describe('a span', () => {
  const now = Date.parse('2026-11-23T12:00:00+08:00');
  const refusal = (from: string, to: string): unknown => {
    try {
      return parseSpan({ from, to }, now);
    } catch (error) {
      return error instanceof Refusal ? error.code : error;
    }
  };

  it('of days is one of days in China, to the end of the last', () => {
    expect(parseSpan({ from: '2026-11-01', to: '2026-11-02' }, now)).toEqual({
      from: Date.parse('2026-11-01T00:00:00+08:00'),
      to: Date.parse('2026-11-03T00:00:00+08:00'),
      account: null,
    });
  });

  it('ends now, whatever was asked', () => {
    expect(parseSpan({ from: '2026-11-23', to: '2026-11-30' }, now).to).toBe(now);
    expect(parseSpan({}, now)).toMatchObject({ to: now, from: now - 30 * 24 * HOUR });
  });

  it.each([
    ['2026-11-02', '2026-11-01', 'punctuality.span'],
    ['2024-01-01', '2026-11-01', 'punctuality.span'],
    ['2026-02-30', '2026-11-01', 'time.invalid'],
    ['yesterday', '2026-11-01', 'time.invalid'],
    ['2026-11-01T00:00:00', '2026-11-02', 'time.invalid'],
  ])('from %s to %s is refused', (from, to, code) => {
    expect(refusal(from, to)).toBe(code);
  });
});

describe('the file', () => {
  it('quotes what has to be quoted, and leaves a spreadsheet nothing to run', () => {
    expect(csvLine(['甲', 'a,b', '说“"”', 'x\r\ny', null, 1.5])).toBe('甲,"a,b","说“""”","x\r\ny",,1.5\r\n');
    for (const text of ['=1+1', '+1', '-1', '@SUM(A1)', '\tx']) expect(csvLine([text])).toBe(`'${text}\r\n`);
    expect(csvLine(['=HYPERLINK("http://x","y")'])).toBe(`"'=HYPERLINK(""http://x"",""y"")"\r\n`);
  });

  it('names states as the admin does, and times as people in China read them', () => {
    for (const [state, look] of Object.entries(STATE_LOOKS)) expect(STATE_WORDS).toHaveProperty(state, look.word);
    const row = {
      delivery: '01A',
      explainer: 'e',
      title: '题目',
      account: 'wechat',
      accountTitle: '微信公众号',
      mode: 'publish',
      state: 'published',
      planned: '2026-11-23T01:00:00.000Z',
      actual: '2026-11-23T01:00:01.200Z',
      confirmed: null,
      delaySeconds: 1.2,
      cause: null,
      causeText: null,
    } as const;
    expect(STAFF_COLUMNS.map(({ cell }) => cell(row))).toEqual([
      '题目',
      '微信公众号',
      '已发布',
      '2026-11-23 09:00:00',
      '2026-11-23 09:00:01',
      null,
      1.2,
      null,
      null,
      '01A',
    ]);
    expect(MACHINE_COLUMNS.map(({ head }) => head)).toEqual(expect.arrayContaining(['planned', 'cause', 'state']));
  });
});
