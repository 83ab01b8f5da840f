import { setTimeout as pause } from 'node:timers/promises';
import type { Io, StillHeld } from '../../contract';
import { applyChanges } from '../changes';
import { chinaToday } from '../china-time';
import { writeFileAtomic } from '../files';
import type { Frame } from '../frame';
import { placesOf } from '../places';
import type { Places } from '../places';
import { publishChanges } from '../publish-changes';
import { readRebuild, rebuildChange } from '../state/rebuild';
import type { RebuildState } from '../state/rebuild';
import { allNotedChange } from '../state/shown';
import { batchesOf } from './batches';
import type { Batch } from './batches';
import { siteFingerprint } from './fingerprint';
import { openStages } from './stages';
import { removeStale } from './stale';

export interface RebuildOptions {
  /** Names the request of a person that this answers; null = because the program or the settings changed. */
  readonly asked: string | null;
  /** Milliseconds between two batches, where other processes wait for the same lock without a queue. */
  readonly rest: number;
  /** False once the process is to end: what is done stays done, and the next process goes on. */
  readonly mayGoOn: () => boolean;
}

/** Progress is kept after so many batches. Whatever is done twice after a crash costs only time. */
const KEEP_EVERY = 10;

/**
 * Draws every page of the site from its state and replaces those that differ. Runs beside publications, which wait for
 * one batch at most. First everything is drawn and nothing placed, so that a page that cannot be drawn leaves the whole
 * site as it was; then page after page takes its place, drawn from the state of that moment under the lock of the site,
 * so that nothing published meanwhile can be lost. What is not of the site goes last. See docs/adr/0014.
 *
 * @returns how it ended; null when it was stopped, or somebody else has done it
 */
export async function rebuildSite(
  io: Pick<Io, 'connection' | 'exclusive' | 'now' | 'log'>,
  frame: Frame,
  options: RebuildOptions,
): Promise<RebuildState | null> {
  const places = placesOf(io);
  return io.exclusive('site-rebuild', async (stillLeading) => {
    const fingerprint = siteFingerprint(frame);
    const before = await readRebuild(places);
    if (before?.pass === 'done' && before.fingerprint === fingerprint && before.asked === options.asked) return null;
    const at = (): string => io.now().toISOString();
    const goesOn = before?.fingerprint === fingerprint && before.pass !== 'done';
    const begun: RebuildState = goesOn
      ? { ...before, asked: options.asked ?? before.asked }
      : {
          fingerprint,
          pass: 'trying',
          cursor: '',
          replaced: 0,
          percent: 0,
          startedAt: at(),
          at: at(),
          asked: options.asked,
        };
    io.log('info', goesOn ? 'the rebuild of the site goes on' : 'the site is rebuilt', { percent: begun.percent });

    const batches = await batchesOf(openStages(places, frame, () => chinaToday(io.now())));
    const progress = keepProgress(places, begun, io, stillLeading);
    let unsettled = 0;
    for (const pass of ['trying', 'placing'] as const) {
      if (pass === 'trying' && begun.pass === 'placing') continue;
      const from = pass === begun.pass ? begun.cursor : '';
      for (const [index, batch] of batches.entries()) {
        if (batch.cursor <= from) continue;
        if (!stillLeading()) return null;
        if (!options.mayGoOn()) return progress.pause();
        const placed = pass === 'trying' ? await tryOut(batch) : await place(io, places, batch);
        unsettled += placed.unsettled;
        const percent = Math.floor((100 * (index + 1)) / batches.length / 2) + (pass === 'trying' ? 0 : 50);
        await progress.keep({ pass, cursor: batch.cursor, percent: Math.min(percent, 99) }, placed.replaced);
        if (options.rest > 0 && pass === 'placing') await pause(options.rest);
      }
    }
    await io.exclusive('site', (stillHeld) => applyChanges(places, [allNotedChange], stillHeld));
    if (unsettled === 0) await removeStale(io, places);
    else io.log('warn', 'pages without a place in the state stay until the next rebuild', { unsettled });
    return progress.end();
  });
}

async function tryOut({ stage, keys }: Batch): Promise<Placed> {
  try {
    await stage.draw(keys);
    return { replaced: 0, unsettled: 0 };
  } catch (error) {
    throw new Error(`cannot draw ${stage.name} ${keys.join(' ')}`, { cause: error });
  }
}

interface Placed {
  readonly replaced: number;
  readonly unsettled: number;
}

const place = (io: Pick<Io, 'exclusive'>, places: Places, { stage, keys }: Batch): Promise<Placed> =>
  io.exclusive('site', async (stillHeld) => {
    const { changes, unsettled } = await stage.changes(keys);
    if (changes.length > 0) await publishChanges(places, changes, stillHeld);
    return { replaced: changes.filter((change) => change.in === 'site').length, unsettled };
  });

function keepProgress(places: Places, begun: RebuildState, io: Pick<Io, 'now' | 'log'>, stillHeld: StillHeld) {
  let state = begun;
  let since = 0;

  async function write(): Promise<void> {
    const { name, data } = rebuildChange(state);
    await writeFileAtomic(places.state, name, data ?? '', stillHeld);
    since = 0;
  }

  return {
    async keep(next: Pick<RebuildState, 'pass' | 'cursor' | 'percent'>, replaced: number): Promise<void> {
      const before = state;
      state = { ...state, ...next, replaced: state.replaced + replaced, at: io.now().toISOString() };
      if (Math.floor(before.percent / 5) < Math.floor(state.percent / 5)) {
        io.log('info', 'the site is rebuilt', { percent: state.percent, replaced: state.replaced });
      }
      since += 1;
      if (next.pass !== before.pass || since >= KEEP_EVERY) await write();
    },
    async pause(): Promise<null> {
      await write();
      return null;
    },
    async end(): Promise<RebuildState> {
      state = { ...state, pass: 'done', cursor: '', percent: 100, at: io.now().toISOString() };
      await write();
      io.log('info', 'the rebuild of the site is complete', { replaced: state.replaced });
      return state;
    },
  };
}
