import type { Delivery } from '../../../src/delivery/delivery';
import { FINAL, NEEDS_PERSON, OPEN, STATES, TRANSITIONS, mayMove, type State } from '../../../src/delivery/states';
import { TABLES } from '../../../src/delivery/schema';
import { memoryPublisher } from './support/memory-publisher';
import { openNewsroom, type Newsroom } from './support/newsroom';

const PAIRS = STATES.flatMap((from) => STATES.map((to): [State, State] => [from, to]));

let room: Newsroom;
let planned: Delivery;
beforeAll(async () => {
  room = await openNewsroom({ publishers: [memoryPublisher('wechat')] });
  planned = await room.planOne('wechat');
});
afterAll(() => room.close());

async function put(state: State): Promise<Delivery> {
  await room.db(TABLES.deliveries).where({ id: planned.id }).update({ state, slot: 'taken', next_at: 1 });
  return room.get(planned.id);
}

describe('the table of transitions', () => {
  it('lets nothing that may be public be planned or cancelled again', () => {
    for (const state of ['committing', 'pending', 'uncertain', 'published'] as const) {
      expect(TRANSITIONS[state]).not.toContain('planned');
      expect(TRANSITIONS[state]).not.toContain('cancelled');
    }
  });

  it('lets only a delivery that is ready be committed', () => {
    expect(STATES.filter((state) => mayMove(state, 'committing'))).toEqual(['ready']);
  });

  it('knows published only from what was sent, or from a person who posted by hand', () => {
    const before = STATES.filter((state) => mayMove(state, 'published'));
    expect(before).toEqual(['committing', 'pending', 'uncertain', 'manual']);
  });

  it('leads out of every state that is not final, and each state is of one kind', () => {
    for (const state of STATES) expect(TRANSITIONS[state].length > 0).toBe(!FINAL.includes(state));
    for (const state of NEEDS_PERSON) expect([...OPEN, ...FINAL]).not.toContain(state);
  });
});

describe('every pair of states', () => {
  it.each(PAIRS)('the engine: %s -> %s follows the table', async (from, to) => {
    const before = await put(from);
    if (from !== to && !TRANSITIONS[from].includes(to)) {
      await expect(room.parts.store.move(before, to)).rejects.toThrow(`no transition ${from} -> ${to}`);
      expect(await room.get(planned.id)).toEqual(before);
      return;
    }
    const after = await room.parts.store.move(before, to);
    expect(after).toMatchObject({ state: to, fence: before.fence });
  });

  it.each(PAIRS)('a person: %s -> %s follows the table', async (from, to) => {
    const before = await put(from);
    const after = await room.parts.store.decide(before, to);
    if (from !== to && !TRANSITIONS[from].includes(to)) {
      expect(after).toBeNull();
      expect(await room.get(planned.id)).toEqual(before);
      return;
    }
    expect(after).toMatchObject({ state: to, fence: before.fence + 1, leaseOwner: null });
  });

  it.each(FINAL)('%s frees the place for a new plan and is never looked at again', async (state) => {
    const before = await put(state === 'withdrawn' ? 'published' : 'held');
    await room.parts.store.move(before, state);
    const row: unknown = await room.db(TABLES.deliveries).where({ id: planned.id }).first('slot', 'next_at');
    expect(row).toEqual({ slot: null, next_at: null });
  });
});
