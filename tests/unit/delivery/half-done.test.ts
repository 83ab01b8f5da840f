import { freeze } from '../../../src/delivery/freeze';
import { memoryPublisher } from './support/memory-publisher';
import { openNewsroom, type Newsroom } from './support/newsroom';

const HOUR = 3_600_000;
let room: Newsroom;
let calls: number;
beforeEach(async () => {
  calls = 0;
  const website = memoryPublisher('website', (base) => ({
    // Breaks off after readers see the first half.
    commit: (...args) => (++calls === 1 ? Promise.reject(new Error('disk')) : base.commit(...args)),
    confirm: (...args) =>
      base.confirm(...args).then((answer) => (answer.state === 'absent' ? { state: 'absent', begun: true } : answer)),
  }));
  room = await openNewsroom({ publishers: [website] });
});
afterEach(() => room.close());

describe('R14: a publication that broke off while readers saw a part of it', () => {
  it('is completed however late it has become, and through a freeze', async () => {
    const { id } = await room.planOne('website', { grace: 'PT1M' });
    room.clock.set('2026-11-23T09:00:59+08:00');
    await room.work();
    expect((await room.get(id)).state).toBe('uncertain');
    await freeze(room.parts.store, null, '演练', '王主任', room.clock.now());
    room.clock.pass(HOUR);
    await room.work();
    expect(await room.get(id)).toMatchObject({ state: 'published', problem: null });
    expect(calls).toBe(2);
    expect((await room.parts.store.attempts(id)).map(({ step, outcome }) => `${step} ${outcome}`)).toEqual([
      'prepare ready',
      'commit uncertain',
      'confirm absent',
      'commit published',
    ]);
  });
});
