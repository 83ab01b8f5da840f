import type { EngineParts } from '../../delivery/context';
import { MANIFEST_LOCK } from '../../../publishers/website/manifest/manifest';
import { believedTree } from '../../../publishers/website/manifest/record';
import { openTree } from '../../../publishers/website/manifest/tree';
import { placesOf } from '../../../publishers/website/places';
import { lookAgain } from '../../look-again';
import { adoptSite } from './adopt-site';
import { beginAdoption } from './adoption-request';
import { checkSite } from './check-site';
import { gentlePace } from './gentle-pace';
import { keepReport, lastReport } from './last-report';
import { originalIn } from './original-in';
import type { SiteCheck } from './site-check';
import { tellAdopted, tellStaff } from './tell-staff';
import { tidyList } from './tidy-list';

/** How often the whole site is checked, milliseconds. */
const EVERY = 60 * 60_000;
/** How often it is looked whether a check is due or a new list was asked for, milliseconds. */
const LOOK = 60_000;
/** Of one core's time. */
const SHARE = 0.2;
/** For how long one process is left to it without a sign of life, seconds; it gives one every minute. */
const TURN = 5 * 60;
const TURN_KEY = 'site-check';

export interface Watched {
  /** Whether what was altered is put back. */
  readonly restores: boolean;
  /** The directory of the signed files. */
  readonly media: string;
  readonly pace?: SiteCheck['pace'];
}

/**
 * Guards the public files against alteration (网页防篡改): each hour one process compares all of them with the signed
 * list, puts right what was altered, and tells staff.
 */
export function watchSite(parts: EngineParts, { restores, media, pace = gentlePace(SHARE) }: Watched) {
  let stopping = false;

  /** Does what is due; nothing when another process does. */
  async function look(): Promise<void> {
    const website = (await parts.accounts()).find(({ account }) => account.publisher === 'website');
    if (!website) return;
    const places = placesOf({ connection: website.connection, exclusive: parts.exclusive });
    const { manifest } = places;
    if (!manifest) return;
    const check: SiteCheck = {
      places,
      manifest,
      restores,
      ownsLock: true,
      pace,
      now: parts.now,
      log: parts.log,
      original: originalIn(media),
      isOver: () => stopping,
    };
    const isDue = async (): Promise<boolean> => {
      const last = await lastReport(places.state);
      return last === null || parts.now().getTime() - Date.parse(last.at) >= EVERY;
    };
    const isAsked = await beginAdoption(check);
    if (!isAsked && !(await isDue())) return;
    // Nobody should wait for a lock as long as a check takes.
    if ((await parts.cache.get(TURN_KEY)) !== null) return;
    const sayAlive = (): Promise<void> => parts.cache.set(TURN_KEY, parts.owner, TURN);
    await sayAlive();
    const beat = setInterval(() => {
      sayAlive().catch((error: unknown) => parts.log('warn', 'could not keep the turn', { error: String(error) }));
    }, LOOK);
    try {
      await parts.exclusive('site-check', async (stillHeld) => {
        if (isAsked || (await isDue())) await takeTurn({ ...check, isOver: () => stopping || !stillHeld() });
      });
    } finally {
      clearInterval(beat);
      await parts.cache.delete(TURN_KEY);
    }
  }

  async function takeTurn(check: SiteCheck): Promise<void> {
    const { places, manifest } = check;
    const tree = await openTree(places, manifest.key);
    // What a publication that was cut off left open is no alteration.
    if (typeof tree !== 'string') {
      const believed = await manifest.exclusive(MANIFEST_LOCK, (held) => believedTree(places, manifest, held));
      if (believed.state === 'adopting') {
        const adopted = await adoptSite(check);
        if (!check.isOver()) await tellAdopted(parts, adopted);
      }
    }
    const report = await checkSite(check);
    if (report.complete && report.list === 'whole') await tidyList(check);
    await tellStaff(parts, report);
    if (report.complete) await keepReport(places.state, report, () => !check.isOver());
  }

  return {
    look,
    /** Looks again and again. @returns how to stop: what is under way ends at the next file */
    start: (): (() => Promise<void>) => {
      const stop = lookAgain(look, LOOK, (error) => {
        parts.log('error', 'the check of the site failed', { error: String(error) });
      });
      return () => {
        stopping = true;
        return stop();
      };
    },
  };
}
