import type { Outcome, Publisher } from '../../../publishers/contract';
import { memoryPublisher } from './support/memory-publisher';
import { openNewsroom, type Newsroom } from './support/newsroom';

let room: Newsroom;
afterEach(() => room.close());

/** Something that a test lets go on when it wants to. */
function gate() {
  let open = (): void => undefined;
  const passed = new Promise<void>((resolve) => (open = resolve));
  return { passed, open: () => open() };
}

async function open(change: (base: Publisher) => Partial<Publisher>): Promise<void> {
  room = await openNewsroom({ publishers: [memoryPublisher('wechat', change)] });
}

describe('a clean stop', () => {
  it('waits for the answer of a call under way, so that nothing is left in doubt', async () => {
    const { passed, open: answer } = gate();
    const calls: string[] = [];
    await open((base) => ({
      commit: async (prepared, io, delivery): Promise<Outcome> => {
        calls.push(delivery);
        await passed;
        return base.commit(prepared, io, delivery);
      },
    }));
    const { id } = await room.planOne('wechat', { at: 'now' });
    await room.engine.tick();
    while (calls.length === 0) await new Promise((wake) => setImmediate(wake));
    const stopped = room.engine.stop(20_000);
    answer();
    expect(await stopped).toBe(true);
    expect(await room.get(id)).toMatchObject({ state: 'published', leaseOwner: null });
  });

  it('ends a long preparation after the sub-step at hand; the next process goes on from there', async () => {
    const { passed, open: goOn } = gate();
    let steps = 0;
    await open(() => ({
      prepare: async () => {
        steps += 1;
        if (steps === 3) await passed;
        return steps < 100 ? { state: 'progress', done: steps } : { state: 'ready', prepared: 'all' };
      },
    }));
    const { id } = await room.planOne('wechat', { at: 'now' });
    await room.engine.tick();
    while (steps < 3) await new Promise((wake) => setImmediate(wake));
    const stopped = room.engine.stop(20_000);
    goOn();
    expect(await stopped).toBe(true);
    expect(steps).toBe(3);
    expect(await room.get(id)).toMatchObject({ state: 'preparing', done: 3, leaseOwner: null });
  });

  it('is bounded: a platform that never answers does not hold the process for ever', async () => {
    const { passed, open: letGo } = gate();
    const calls: string[] = [];
    await open(() => ({
      commit: async (_prepared, _io, delivery): Promise<Outcome> => {
        calls.push(delivery);
        await passed;
        throw new Error('too late');
      },
    }));
    await room.planOne('wechat', { at: 'now' });
    await room.engine.tick();
    while (calls.length === 0) await new Promise((wake) => setTimeout(wake, 5));
    expect(await room.engine.stop(100)).toBe(false);
    letGo();
  });

  it('takes nothing more', async () => {
    await open(() => ({}));
    await room.engine.stop(1_000);
    const { id } = await room.planOne('wechat', { at: 'now' });
    await room.engine.tick();
    await room.engine.idle();
    expect((await room.get(id)).state).toBe('planned');
  });
});
