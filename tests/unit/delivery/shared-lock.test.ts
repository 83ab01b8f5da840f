import type { Knex } from 'knex';
import type { Io } from '../../../publishers/contract';
import { TABLES } from '../../../src/delivery/schema';
import { createSharedLock } from '../../../src/delivery/shared-lock';
import { connect } from './support/connect';
import { openDatabase, type TestDatabase } from './support/open-database';

/** Short, so that a lease ends while somebody waits; milliseconds. */
const TIMES = { lease: 600, beat: 150, poll: 10 };

let data: TestDatabase;
const pools: Knex[] = [];
beforeEach(async () => {
  data = await openDatabase('postgres');
});
afterEach(async () => {
  await Promise.all(pools.splice(0).map((pool) => pool.destroy()));
  await data.close();
});

/** As another process would have it: connections and a name of its own. */
function process(name: string): { readonly exclusive: Io['exclusive']; readonly db: Knex } {
  const db = connect(data.address);
  pools.push(db);
  return { db, exclusive: createSharedLock(db, name, () => undefined, TIMES) };
}

const after = (milliseconds: number) => new Promise<void>((wake) => setTimeout(wake, milliseconds));

/** The whole process stands still, as under SIGSTOP. */
const standStill = (milliseconds: number) => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);

/** A work that goes on until it is told to end. */
function openEnded(): {
  readonly work: Parameters<Io['exclusive']>[1];
  readonly end: () => void;
  begun: Promise<() => boolean>;
} {
  let end = (): void => undefined;
  let begin: (stillHeld: () => boolean) => void = () => undefined;
  const ending = new Promise<void>((resolve) => (end = resolve));
  const begun = new Promise<() => boolean>((resolve) => (begin = resolve));
  return {
    work: async (stillHeld) => {
      begin(stillHeld);
      await ending;
      return null;
    },
    end: () => end(),
    begun,
  };
}

describe('a lock that processes share', () => {
  it('lets one work at a time, whoever asks', async () => {
    const locks = ['one', 'two', 'three'].map((name) => process(name).exclusive);
    let inside = 0;
    let most = 0;
    const work = async () => {
      most = Math.max(most, ++inside);
      await after(5);
      inside--;
    };
    await Promise.all(locks.flatMap((exclusive) => Array.from({ length: 8 }, () => exclusive('site', work))));
    expect(most).toBe(1);
    expect(await data.db(TABLES.locks)).toEqual([]);
  });

  it('keeps apart only who shares a key, and hands on what a work answers or throws', async () => {
    const [one, two] = [process('one').exclusive, process('two').exclusive];
    const long = openEnded();
    const held = one('room:a', long.work);
    await long.begun;
    expect(await two('room:b', () => Promise.resolve('free'))).toBe('free');
    await expect(two('room:c', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await two('room:c', () => Promise.resolve('free again'))).toBe('free again');
    long.end();
    await held;
  });

  it('stays with a holder who lives, however long the work takes', async () => {
    const [one, two] = [process('one').exclusive, process('two').exclusive];
    const long = openEnded();
    const held = one('site', long.work);
    const stillHeld = await long.begun;
    let taken = false;
    const waiting = two('site', () => Promise.resolve((taken = true)));
    await after(TIMES.lease * 2);
    expect(taken).toBe(false);
    expect(stillHeld()).toBe(true);
    long.end();
    await Promise.all([held, waiting]);
    expect(taken).toBe(true);
  });

  it('goes to the next when the lease of a dead holder ends, and not before', async () => {
    const [one, two] = [process('one'), process('two').exclusive];
    const long = openEnded();
    const held = one.exclusive('site', long.work);
    const stillHeld = await long.begun;
    // Nothing of it reaches the database any more.
    await one.db.destroy();
    const died = performance.now();
    const heldByDead = await two('site', () => Promise.resolve(stillHeld()));
    expect(performance.now() - died).toBeGreaterThan(TIMES.lease - TIMES.beat - 50);
    expect(heldByDead).toBe(false);
    long.end();
    await held;
  });

  it('is known to be lost by a holder who stood still, before anybody tells him', async () => {
    const { exclusive } = process('one');
    const seen = await exclusive('site', (stillHeld) => {
      const before = stillHeld();
      standStill(TIMES.lease + 50);
      return Promise.resolve([before, stillHeld(), stillHeld()]);
    });
    expect(seen).toEqual([true, false, false]);
  });

  it('is not given back by who has lost it', async () => {
    const [one, two] = [process('one').exclusive, process('two').exclusive];
    const late = openEnded();
    const lost = one('site', late.work);
    await late.begun;
    standStill(TIMES.lease + 50);
    const long = openEnded();
    const held = two('site', long.work);
    const stillHeld = await long.begun;
    late.end();
    await lost;
    expect(await data.db(TABLES.locks).pluck('owner')).toEqual([expect.stringMatching(/^two:/)]);
    expect(stillHeld()).toBe(true);
    long.end();
    await held;
  });

  it('does not depend on the clocks of the processes', async () => {
    const [one, two] = [process('one').exclusive, process('two').exclusive];
    const clock = jest.spyOn(Date, 'now').mockReturnValue(Date.parse('2031-01-01T00:00:00Z'));
    const long = openEnded();
    const held = one('site', long.work);
    await long.begun;
    clock.mockReturnValue(Date.parse('2021-01-01T00:00:00Z'));
    let taken = false;
    const waiting = two('site', () => Promise.resolve((taken = true)));
    await after(TIMES.poll * 10);
    expect(taken).toBe(false);
    long.end();
    await Promise.all([held, waiting]);
    clock.mockRestore();
  });
});
