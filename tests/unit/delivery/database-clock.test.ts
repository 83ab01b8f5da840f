import { createDatabaseClock } from '../../../src/delivery/database-clock';
import { openClock } from '../../../src/delivery/open-clock';
import { openDatabase } from './support/open-database';

const NINE = Date.parse('2026-11-23T09:00:00+08:00');
const MINUTE = 60_000;

/** A machine and a database with clocks of their own, and a network between them that takes its time. */
function world() {
  let passed = 0;
  const state = { machineAhead: 0, ways: [20], broken: false, databaseAhead: 0 };
  const warnings: unknown[] = [];
  return {
    state,
    warnings,
    wall: () => NINE + passed + state.machineAhead,
    database: () => NINE + passed + state.databaseAhead,
    ask: () => {
      if (state.broken) return Promise.reject(new Error('cut off'));
      const way = state.ways.shift() ?? 20;
      if (state.ways.length === 0) state.ways.push(way);
      passed += way / 2;
      const at = NINE + passed + state.databaseAhead;
      passed += way / 2;
      return Promise.resolve(at);
    },
    machine: { wall: () => NINE + passed + state.machineAhead, steady: () => 5_000 + passed },
    log: (_level: string, message: string, facts?: object) => void warnings.push([message, facts]),
    /** Lets time pass, with what happens in it. */
    pass: async (milliseconds: number) => {
      passed += milliseconds;
      await jest.advanceTimersByTimeAsync(milliseconds);
    },
  };
}

const open = (here: ReturnType<typeof world>) => createDatabaseClock(here.ask, here.log, here.machine);

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

describe("the database's clock", () => {
  it.each([0, -90_000, 3_600_000])('says what time it is there, on a machine that is %d ms ahead', async (ahead) => {
    const here = world();
    here.state.machineAhead = ahead;
    const clock = await open(here);
    expect(clock.now().getTime()).toBe(here.database());
    await here.pass(30_000);
    expect(clock.now().getTime()).toBe(here.database());
    clock.stop();
  });

  it('does not follow a machine whose clock is set while it runs', async () => {
    const here = world();
    const clock = await open(here);
    here.state.machineAhead = -86_400_000;
    expect(clock.now().getTime()).toBe(here.database());
    clock.stop();
  });

  it('trusts the quickest of several answers', async () => {
    const here = world();
    here.state.ways = [4_000, 10, 900];
    // The slow answers are wrong: all of their way was the way back.
    const clock = await createDatabaseClock(
      async () => {
        const slow = (here.state.ways[0] ?? 0) > 100;
        return (await here.ask()) - (slow ? 450 : 0);
      },
      here.log,
      here.machine,
    );
    expect(clock.now().getTime()).toBe(here.database());
    clock.stop();
  });

  it('stands still rather than go back, until the database has caught up', async () => {
    const here = world();
    const clock = await open(here);
    await here.pass(MINUTE - 1);
    const before = clock.now().getTime();
    here.state.databaseAhead = -500;
    await here.pass(1);
    const seen = [clock.now().getTime()];
    for (let step = 0; step < 10; step += 1) {
      await here.pass(100);
      seen.push(clock.now().getTime());
    }
    expect(seen).toEqual([...seen].sort((one, other) => one - other));
    expect(seen[0]).toBe(before);
    expect(clock.now().getTime()).toBe(here.database());
    clock.stop();
  });

  it('goes back when it would have to stand still for too long', async () => {
    const here = world();
    const clock = await open(here);
    clock.now();
    here.state.databaseAhead = -2 * MINUTE;
    await here.pass(MINUTE);
    expect(clock.now().getTime()).toBe(here.database());
    clock.stop();
  });

  it('tells once of a machine that is wrong, and again only after it was right', async () => {
    const here = world();
    here.state.machineAhead = 3_000;
    const clock = await open(here);
    await here.pass(MINUTE);
    expect(here.warnings).toEqual([['the clock of this machine is wrong', { milliseconds: 3_000 }]]);
    here.state.machineAhead = 1_000;
    await here.pass(MINUTE);
    here.state.machineAhead = -3_000;
    await here.pass(MINUTE);
    expect(here.warnings).toHaveLength(2);
    clock.stop();
  });

  it('runs on by itself while the database cannot be asked', async () => {
    const here = world();
    const clock = await open(here);
    here.state.broken = true;
    await here.pass(5 * MINUTE);
    expect(clock.now().getTime()).toBe(here.database());
    expect(here.warnings[0]).toEqual(['could not ask the database for the time', expect.anything()]);
    clock.stop();
    await expect(open(here)).rejects.toThrow('cut off');
  });
});

describe('the clock of the product', () => {
  it.each(['sqlite', 'postgres'] as const)('tells the time on %s', async (dialect) => {
    jest.useRealTimers();
    const data = await openDatabase(dialect);
    const clock = await openClock(data.db, () => undefined);
    // The test's database is on this machine.
    expect(Math.abs(clock.now().getTime() - Date.now())).toBeLessThan(1_000);
    clock.stop();
    await data.close();
  });
});
