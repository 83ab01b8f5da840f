import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import type { Publishing } from '../../../src/delivery/assemble';
import { deliveryRow, type Delivery } from '../../../src/delivery/delivery';
import { TABLES } from '../../../src/delivery/schema';
import { OPEN } from '../../../src/delivery/states';
import type { Scene } from './campaign';
import { nowOf } from './clock';
import { readTruth } from './truth';

/** Real milliseconds. What is open after so long stays open. */
const LONGEST = 8 * 60_000;
/** Nothing may be open twice in a row, so far apart in real milliseconds: rooms and late looks come in between. */
const CALM = 4_000;
/** How long a doubt is left to the engine before a person looks, milliseconds of the campaign's time. */
const DOUBT = 240_000;

type Stage = Omit<Scene, 'fleet'> & { readonly paths: Publishing['paths'] };

/** The storm is over: lets everything come to its end, with a person who answers some of the engine's questions. */
export async function settle({ random, clock, platforms, newsroom, paths }: Stage): Promise<void> {
  const { db } = newsroom;
  await platforms.clearFaults();
  await newsroom.lift();
  const now = nowOf(clock);
  const left = new Set<string>();
  const end = performance.now() + LONGEST;
  let calm = 0;
  while (calm < 2 && performance.now() < end) {
    const doubtful = z
      .array(deliveryRow)
      .parse(await db(TABLES.deliveries).where({ state: 'uncertain', kind: 'publish' }));
    for (const one of doubtful) {
      if (now().getTime() - (one.intentAt ?? 0) < DOUBT) continue;
      // A person who has not answered keeps those waiting that depend on it; that is no fault of the engine.
      if ((await isAwaited(one)) || (!left.has(one.id) && random.chance(0.4))) await resolve(one);
      else left.add(one.id);
    }
    calm = (await isOpen()) ? 0 : calm + 1;
    await pause(CALM / 2);
  }

  async function isAwaited({ id }: Delivery): Promise<boolean> {
    return (await db(TABLES.deliveries).where({ depends_on: id }).whereIn('state', OPEN).first('id')) !== undefined;
  }

  async function resolve(one: Delivery): Promise<void> {
    const truth = (await readTruth(platforms, paths))(one);
    const url = truth.names.find((name) => name.startsWith('http'));
    await newsroom.actOn(one.id, 'resolve', truth.visible && url ? { found: true, url } : { found: false });
  }

  /** What a freeze, an account or a quota holds back goes on by itself. */
  async function isOpen(): Promise<boolean> {
    const row: unknown = await db(TABLES.deliveries)
      .whereIn('state', OPEN)
      .orWhere((q) => void q.where('state', 'held').whereIn('hold_by', ['freeze', 'account', 'quota']))
      .first('id');
    return row !== undefined;
  }
}
