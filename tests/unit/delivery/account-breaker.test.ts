import { HttpFailure, type Publisher, type Verdict } from '../../../publishers/contract';
import { problem } from '../../../publishers/problems';
import { accountHealth, checkHealth } from '../../../src/delivery/health';
import { memoryPublisher, type MemoryPublisher } from './support/memory-publisher';
import { openNewsroom, type Newsroom } from './support/newsroom';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** The secret is wrong: the platform refuses the account itself. */
const REFUSED = problem('wechat.40125');
const WELL: Verdict = { healthy: true, problem: null };

let room: Newsroom;
let weibo: MemoryPublisher;
let verdict: () => Promise<Verdict>;
let wechat: MemoryPublisher;
let refuses: boolean;

async function open(change: (base: Publisher) => Partial<Publisher>): Promise<void> {
  wechat = memoryPublisher('wechat', (base) => ({ verify: () => verdict(), ...change(base) }));
  weibo = memoryPublisher('weibo');
  room = await openNewsroom({ publishers: [wechat, weibo] });
}
beforeEach(() => {
  refuses = true;
  verdict = () => Promise.resolve({ healthy: false, problem: REFUSED });
});
afterEach(() => room.close());

const refusingToPrepare = (base: Publisher): Partial<Publisher> => ({
  prepare: (...args) => (refuses ? Promise.resolve({ state: 'rejected', problem: REFUSED }) : base.prepare(...args)),
});

/** Time passes, and the accounts are asked whenever it is their turn. */
async function live(minutes: number): Promise<void> {
  for (let passed = 0; passed < minutes; passed += 1) {
    await room.live(MINUTE);
    await checkHealth(room.parts);
  }
  await room.work();
}

const held = async (): Promise<string | null> => (await accountHealth(room.parts))[0]?.heldSince ?? null;

describe('R10: an account that its platform refuses', () => {
  it('holds its deliveries, tells staff once what that concerns, and lets the others go', async () => {
    await open(refusingToPrepare);
    const first = await room.planOne('wechat');
    const second = await room.planOne('wechat', { at: '2026-11-23T09:20:00+08:00' });
    await room.planOne('wechat', { at: '2026-11-25T09:00:00+08:00' });
    await room.planOne('wechat', { at: '2026-12-25T09:00:00+08:00' });
    const other = await room.planOne('weibo');
    await live(90);
    for (const { id } of [first, second]) {
      expect(await room.get(id)).toMatchObject({ state: 'held', holdBy: 'account', problem: { code: 'wechat.40125' } });
    }
    expect(weibo.visible).toEqual([other.id]);
    const [notice, ...more] = await room.noticeTexts();
    expect(more).toEqual([]);
    expect(notice).toContain('共 3 条');
    expect(notice).toContain('2026-11-25 09:00');
    expect(notice).not.toContain('2026-12-25');
    expect(wechat.commits).toEqual([]);
  });

  it('sends them when it is well again, by itself, each once', async () => {
    await open(refusingToPrepare);
    const { id } = await room.planOne('wechat');
    await live(70);
    expect(await held()).not.toBeNull();
    refuses = false;
    verdict = () => Promise.resolve(WELL);
    await live(20);
    expect(await held()).toBeNull();
    expect(await room.get(id)).toMatchObject({ state: 'published', lateCause: 'account' });
    expect(wechat.commits).toEqual([id]);
  });

  it('is told of anew when it falls ill again', async () => {
    await open(refusingToPrepare);
    await room.planOne('wechat');
    await live(70);
    refuses = false;
    verdict = () => Promise.resolve(WELL);
    await live(20);
    refuses = true;
    verdict = () => Promise.resolve({ healthy: false, problem: REFUSED });
    await room.planOne('wechat', { at: 'now' });
    await live(5);
    expect(await room.noticeTexts()).toHaveLength(2);
  });

  it('leaves its deliveries to a person when their grace is over', async () => {
    await open(refusingToPrepare);
    const { id } = await room.planOne('wechat', { grace: 'PT30M' });
    await live(120);
    expect((await room.get(id)).state).toBe('missed');
  });

  it('and then calls itself well but refuses the same delivery again is a question for a person, not a loop', async () => {
    verdict = () => Promise.resolve(WELL);
    await open(refusingToPrepare);
    const { id } = await room.planOne('wechat');
    await live(120);
    expect((await room.get(id)).state).toBe('rejected');
  });

  it('at the moment of sending holds, too: the refusal is certain, and what was used of a quota is given back', async () => {
    await open((base) => ({
      quotas: () => [{ name: 'day', title: '每天 1 条', mode: null, limit: 1, window: 'day' }],
      commit: (...args) => (refuses ? Promise.resolve({ state: 'rejected', problem: REFUSED }) : base.commit(...args)),
    }));
    const { id } = await room.planOne('wechat');
    await live(65);
    expect(await room.get(id)).toMatchObject({ state: 'held', holdBy: 'account' });
    refuses = false;
    verdict = () => Promise.resolve(WELL);
    await live(20);
    expect((await room.get(id)).state).toBe('published');
  });
});

describe('R10: trouble on the way', () => {
  it.each<[string, () => Promise<Verdict>]>([
    ['a time-out', () => Promise.reject(new HttpFailure('timeout', true, 'ECONNABORTED'))],
    [
      'silence',
      () => Promise.resolve({ healthy: false, problem: problem('delivery.unreachable', { platform: '微信' }) }),
    ],
    ['a busy platform', () => Promise.resolve({ healthy: false, problem: problem('wechat.45009') })],
  ])('%s does not hold the account', async (_name, answer) => {
    verdict = answer;
    await open(() => ({}));
    const { id } = await room.planOne('wechat');
    await live(65);
    expect(await held()).toBeNull();
    expect((await room.get(id)).state).toBe('published');
  });

  it('does not take back an explicit refusal either', async () => {
    await open(refusingToPrepare);
    await room.planOne('wechat');
    await live(65);
    verdict = () => Promise.reject(new HttpFailure('timeout', true, 'ECONNABORTED'));
    await live(20);
    expect(await held()).not.toBeNull();
    expect((await accountHealth(room.parts))[0]?.problem?.code).toBe('wechat.40125');
  });

  it('is asked about less and less often while it lasts', async () => {
    let asked = 0;
    verdict = () => {
      asked += 1;
      return Promise.resolve({ healthy: false, problem: REFUSED });
    };
    await open(refusingToPrepare);
    await live((3 * HOUR) / MINUTE);
    expect(asked).toBeGreaterThan(10);
    expect(asked).toBeLessThan(60);
  });
});
