import type { Log } from './context';

/** What a machine knows of time by itself, milliseconds. */
export interface MachineClock {
  /** Since 1970 in UTC; people and time servers may set it. */
  readonly wall: () => number;
  /** Since some moment; never set, never turned back. */
  readonly steady: () => number;
}

export interface DatabaseClock {
  readonly now: () => Date;
  readonly stop: () => void;
}

/** Milliseconds. */
const MEASURED_EVERY = 60_000;
/** A machine's clock further off than this is somebody's fault, not the network's; milliseconds. */
const OFF = 2_000;
/** Of several answers the quickest is the most exact: it cannot be wrong by more than half of its way. */
const QUESTIONS = 3;

const MACHINE: MachineClock = { wall: () => Date.now(), steady: () => performance.now() };

/**
 * The time of the database, so that all processes agree on what is due, whatever the clocks of their machines say. It
 * runs on by the machine's steady clock between measurements. When a measurement shows it ahead, it stands still until
 * the database has caught up; only what is too much for that is turned back.
 *
 * @param ask what time it is in the database, milliseconds since 1970
 * @throws when the first measurement fails
 */
export async function createDatabaseClock(
  ask: () => Promise<number>,
  log: Log,
  machine: MachineClock = MACHINE,
): Promise<DatabaseClock> {
  let ahead = await measure(ask, machine);
  let latest = -Infinity;
  let isOff = false;

  function now(): Date {
    const at = machine.steady() + ahead;
    if (at > latest || latest - at > OFF) latest = at;
    return new Date(latest);
  }

  function compare(): void {
    const off = Math.round(machine.wall() - (machine.steady() + ahead));
    if (!isOff && Math.abs(off) > OFF) log('warn', 'the clock of this machine is wrong', { milliseconds: off });
    isOff = Math.abs(off) > OFF;
  }

  compare();
  const timer = setInterval(() => {
    measure(ask, machine)
      .then((measured) => {
        ahead = measured;
        compare();
      })
      .catch((error: unknown) => log('warn', 'could not ask the database for the time', { error: String(error) }));
  }, MEASURED_EVERY);
  timer.unref();
  return { now, stop: () => clearInterval(timer) };
}

/** By how much the database's time is ahead of the machine's steady clock. */
async function measure(ask: () => Promise<number>, machine: MachineClock): Promise<number> {
  let best = { ahead: 0, way: Infinity };
  for (let question = 0; question < QUESTIONS; question += 1) {
    const asked = machine.steady();
    const at = await ask();
    const way = machine.steady() - asked;
    if (way < best.way) best = { ahead: at - (asked + way / 2), way };
  }
  return best.ahead;
}
