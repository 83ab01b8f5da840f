import { TABLES } from '../../../src/delivery/schema';
import { memoryPublisher } from './support/memory-publisher';
import { openNewsroom, type Newsroom } from './support/newsroom';

const HOUR = 3_600_000;
let room: Newsroom;
beforeEach(async () => {
  room = await openNewsroom({ publishers: [memoryPublisher('weibo')], dialect: 'sqlite' });
});
afterEach(() => room.close());

describe('a delivery that needs a person', () => {
  it('is not put aside before the notice is written: both in one transaction, or neither', async () => {
    const { id } = await room.planOne('weibo');
    // A disk that is full, in the words of SQLite; the transaction is the same on both.
    await room.db.raw(
      `create trigger full before insert on ${TABLES.notices} begin select raise(abort, 'disk full'); end`,
    );
    await room.live(5 * HOUR);
    room.clock.pass(HOUR);
    expect((await room.get(id)).state).toBe('published');

    const late = await room.planOne('weibo', { at: '2026-11-23T15:00:00+08:00' });
    room.clock.pass(24 * HOUR);
    await room.work();
    expect((await room.get(late.id)).state).toBe('planned');
    await room.db.raw('drop trigger full');
    room.clock.pass(HOUR);
    await room.work();
    expect((await room.get(late.id)).state).toBe('missed');
    expect(await room.noticeTexts()).toHaveLength(1);
  });
});
