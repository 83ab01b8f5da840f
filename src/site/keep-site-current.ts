import { setTimeout as pause } from 'node:timers/promises';
import type { Io } from '../../publishers/contract';
import { ensureSite } from '../../publishers/website/ensure-site';
import { placesOf } from '../../publishers/website/places';
import { isRebuildDue } from '../../publishers/website/rebuild/is-due';
import { rebuildSite } from '../../publishers/website/rebuild/rebuild-site';
import { removeLeftovers } from '../../publishers/website/rebuild/remove-leftovers';
import { removeUnshown } from '../../publishers/website/media/remove-unshown';
import { siteOf } from '../../publishers/website/settings';
import { readFrame } from '../../publishers/website/state/frame';
import type { ConnectedAccount } from '../delivery/context';
import { lookAgain } from '../look-again';

/** How often it is looked whether the site is to be drawn anew, milliseconds. */
const LOOK_EVERY = 5_000;
/** After a rebuild that failed, milliseconds: what failed now fails in a second, too. */
const AFTER_FAILURE = 10 * 60_000;
/** What a stop waits for at most, milliseconds. */
const LONGEST_BATCH = 5_000;
/** How often it is looked for what nobody needs any more, milliseconds. */
const CLEAR_EVERY = 24 * 60 * 60_000;
/** Whoever writes a file needs seconds, for a long recording minutes. Milliseconds. */
const LEFT_OVER = 60 * 60_000;

export interface KeepSiteCurrent {
  readonly io: Io;
  /** The website's account as it is now: its settings may be changed at any time. */
  readonly website: () => Promise<ConnectedAccount | undefined>;
  /** Milliseconds between batches of a rebuild; see `RebuildOptions`. */
  readonly rest: number;
}

/**
 * Draws the site anew in the background whenever this program or these settings would draw it otherwise than it stands,
 * or a person has asked for it; takes away what nobody needs any more.
 * @returns stops it; what is half done is completed by whoever starts next
 */
export function keepSiteCurrent({ io, website, rest }: KeepSiteCurrent): () => Promise<void> {
  let stopped = false;
  let notBefore = 0;

  async function look(): Promise<void> {
    const account = (await website())?.account;
    if (!account || io.now().getTime() < notBefore) return;
    const frame = { site: siteOf(account), siteUrl: account.siteUrl };
    const places = placesOf(io);
    const { due, asked } = await isRebuildDue(places, frame);
    if (!due || stopped) return;
    if (JSON.stringify(await readFrame(places)) !== JSON.stringify(frame)) await ensureSite(io, account);
    await rebuildSite(io, frame, { asked, rest, mayGoOn: () => !stopped });
  }

  /** Readers miss nothing of it: half-written files of killed processes, and what no explainer shows. */
  async function clear(): Promise<void> {
    const places = placesOf(io);
    const removed = await removeLeftovers(places, io.now(), LEFT_OVER);
    if (removed > 0) io.log('info', 'removed what a killed process had left', { removed });
    await removeUnshown(io, places);
  }

  const stops = [
    lookAgain(
      clear,
      CLEAR_EVERY,
      (error) => io.log('warn', 'could not remove what nobody needs', { error: String(error) }),
      { atOnce: true },
    ),
    lookAgain(
      look,
      LOOK_EVERY,
      (error) => {
        notBefore = io.now().getTime() + AFTER_FAILURE;
        io.log('error', 'the rebuild of the site failed', { error: String(error) });
      },
      { atOnce: true },
    ),
  ];
  return async () => {
    stopped = true;
    // Whoever waits for another process's rebuild has nothing to complete.
    await Promise.race([Promise.all(stops.map((stop) => stop())), pause(LONGEST_BATCH, null, { ref: false })]);
  };
}
