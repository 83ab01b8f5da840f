/** What can happen to a room. Pure: each gives the next room, the same object when nothing changes, or a problem. */
import type { Instant } from '../contract';
import { problem, type Problem } from '../problems';
import type { CorrectionInput, UpdateInput } from './inputs';
import type { Room, Scheduled, Update } from './room';

export type Step = { readonly room: Room } | { readonly problem: Problem };

export function start(room: Room, now: Instant): Step {
  if (room.stage === 'running') return { room };
  if (room.stage !== 'announced') return refused(room);
  return { room: release(seen({ ...room, stage: 'running', startedAt: now }), now) };
}

/** Shows what is due, in the order of the script, and ends a room whose script has run out. */
export function release(room: Room, now: Instant): Room {
  if (room.stage !== 'running' || room.startedAt === null) return room;
  const elapsed = (Date.parse(now) - Date.parse(room.startedAt)) / 1000;
  const due = room.script.filter(({ after }) => after <= elapsed);
  const script = room.script.filter(({ after }) => after > elapsed);
  const told = due.reduce(
    (before, next) => shown(before, next, null, now),
    due.length > 0 ? { ...room, script } : room,
  );
  const over = room.endsAfter !== null && room.endsAfter <= elapsed && script.length === 0;
  return over ? seen({ ...told, stage: 'ended', endedAt: now }) : told;
}

/** @param key when an update with this key was posted before, nothing changes */
export function post(room: Room, input: UpdateInput, key: string | null, now: Instant): Step {
  if (key !== null && room.updates.some((update) => update.key === key)) return { room };
  if (room.stage !== 'running') return refused(room);
  return { room: shown(room, input, key, now) };
}

/** Changes the words and says so. The number and the time stay. Also after the end: a mistake must not stand. */
export function correct(room: Room, seq: number, { text, note }: CorrectionInput, now: Instant): Step {
  return changed(room, seq, (update) =>
    update.text === text && update.correction?.note === note
      ? update
      : { ...update, text, correction: { at: now, note }, earlier: [...update.earlier, update.text] },
  );
}

/** Takes the words away; the number stays, so that readers see that something was here. */
export function remove(room: Room, seq: number, reason: string, now: Instant): Step {
  return changed(room, seq, (update) => ({ ...update, removal: { at: now, reason } }));
}

export function end(room: Room, now: Instant): Step {
  if (room.stage === 'ended') return { room };
  if (room.stage === 'withdrawn') return refused(room);
  return { room: seen({ ...room, stage: 'ended', endedAt: now, script: [] }) };
}

/** Hides every update and says why. */
export function withdraw(room: Room, reason: string, now: Instant): Room {
  if (room.stage === 'withdrawn') return room;
  const endedAt = room.endedAt ?? now;
  return seen({ ...room, stage: 'withdrawn', endedAt, script: [], withdrawal: { at: now, reason } });
}

const seen = (room: Room): Room => ({ ...room, cursor: room.cursor + 1 });

function shown(room: Room, said: Omit<Scheduled, 'after'>, key: string | null, now: Instant): Room {
  const next = seen(room);
  const { kind, speaker, text, images } = said;
  const update: Update = {
    seq: room.updates.length + 1,
    at: now,
    key,
    kind,
    speaker,
    text,
    images,
    correction: null,
    earlier: [],
    removal: null,
    cursor: next.cursor,
  };
  return { ...next, updates: [...room.updates, update] };
}

function changed(room: Room, seq: number, change: (update: Update) => Update): Step {
  if (room.stage === 'withdrawn') return refused(room);
  const before = room.updates.find((update) => update.seq === seq);
  if (!before || before.removal) return { problem: problem('broadcast.no-update', { seq }) };
  const after = change(before);
  if (after === before) return { room };
  const next = seen(room);
  const moved = { ...after, cursor: next.cursor };
  return { room: { ...next, updates: room.updates.map((update) => (update === before ? moved : update)) } };
}

const REFUSALS = {
  announced: 'broadcast.not-started',
  running: 'broadcast.exists',
  ended: 'broadcast.ended',
  withdrawn: 'broadcast.withdrawn',
} as const;

const refused = ({ stage }: Room): Step => ({ problem: problem(REFUSALS[stage]) });
