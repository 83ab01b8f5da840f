import type { SiteIdentity } from '../website/settings';
import type { RoomInput } from './inputs';
import type { Room, Scheduled } from './room';

/** A new room. `siteUrl` and `site` are kept with it, so that whoever writes its page later writes the same. */
export interface RoomOpening extends RoomInput {
  /** Tried in order: the first that is free, or already belongs to this delivery, is taken. */
  readonly ids: readonly string[];
  readonly siteUrl: string;
  readonly site: SiteIdentity;
  readonly explainer: string | null;
  readonly delivery: string | null;
  readonly script: readonly Scheduled[];
  /** Seconds after the start at which it ends by itself; null = a person ends it. */
  readonly endsAfter: number | null;
  /** false = announced; it starts with `startRoom`. */
  readonly startNow: boolean;
}

/** Announced, with nothing said. Its cursor is 1, so that a reader who has seen nothing (0) is told that it exists. */
export function newRoom(id: string, opening: RoomOpening): Room {
  const { title, hashtag, host, plannedStart, siteUrl, site, explainer, delivery, endsAfter } = opening;
  return {
    id,
    title,
    hashtag,
    host,
    siteUrl,
    site,
    explainer,
    delivery,
    stage: 'announced',
    plannedStart,
    startedAt: null,
    endedAt: null,
    endsAfter,
    withdrawal: null,
    script: [...opening.script],
    updates: [],
    cursor: 1,
  };
}
