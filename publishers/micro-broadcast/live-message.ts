import type { Instant } from '../contract';
import { entryHtml, headHtml } from './live-parts';
import type { Kind } from './kinds';
import type { Room, RoomImage, Update } from './room';

/** An update as readers get it. A removed one has neither words nor pictures. */
export interface LiveEntry {
  readonly seq: number;
  readonly cursor: number;
  readonly at: Instant;
  readonly kind: Kind;
  readonly speaker: string | null;
  readonly text: string;
  readonly images: readonly RoomImage[];
  readonly correction: { readonly at: Instant; readonly note: string } | null;
  readonly removed: boolean;
  /** The same as HTML, so that the page's script needs no templates and cannot get escaping wrong. */
  readonly html: string;
}

/** Everything that a reader who has seen `since` needs to stand where everybody stands. */
export interface LiveMessage {
  readonly id: string;
  readonly title: string;
  readonly stage: Room['stage'];
  /** What the reader must have seen for `entries` to be complete; whoever has seen less fetches the whole. */
  readonly since: number;
  /** What the reader has seen after this message. */
  readonly cursor: number;
  readonly head: string;
  /** By number, each once, in its latest state. */
  readonly entries: readonly LiveEntry[];
}

/**
 * What to send to a reader. With `since` 0 it is the whole room; corrections and removals come as changed entries.
 * Nothing that is only scheduled is ever in it.
 */
export function liveMessage(room: Room, since = 0): LiveMessage {
  const { id, title, stage, cursor } = room;
  const visible = stage === 'withdrawn' ? [] : room.updates;
  const entries = visible.filter((update) => update.cursor > since).map(toEntry);
  return { id, title, stage, since, cursor, head: headHtml(room), entries };
}

function toEntry(update: Update): LiveEntry {
  const { seq, cursor, at, kind, correction } = update;
  const gone = update.removal !== null;
  return {
    seq,
    cursor,
    at,
    kind,
    speaker: gone ? null : update.speaker,
    text: gone ? '' : update.text,
    images: gone ? [] : update.images,
    correction: gone ? null : correction,
    removed: gone,
    html: entryHtml(update),
  };
}
