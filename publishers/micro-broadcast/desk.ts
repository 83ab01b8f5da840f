import type { Io, StillHeld } from '../contract';
import { problem, type Problem } from '../problems';
import type { CorrectionInput, UpdateInput } from './inputs';
import { areLiveFilesCurrent, writeLiveFiles } from './live-files';
import { newRoom, type RoomOpening } from './new-room';
import { isClosed, type Room } from './room';
import { keepRoom, readRoom, roomIds } from './room-store';
import * as step from './transitions';

/** Where rooms lie and what guards them. */
export interface DeskPlace extends Pick<Io, 'exclusive' | 'now' | 'log'> {
  /** Served to readers. */
  readonly siteDir: string;
  /** Never served: holds what is not yet said. */
  readonly siteStateDir: string;
  /** Signs the list of public files. */
  readonly siteKey?: string;
}

export type DeskAnswer = { readonly room: Room } | { readonly problem: Problem };

export type Desk = ReturnType<typeof createDesk>;

/**
 * The live desk: every change of every room goes through here. A change is kept in the state first and shown second;
 * what a crash left unshown is shown by the next `releaseDue`.
 */
export function createDesk(place: DeskPlace) {
  const { siteDir, siteStateDir } = place;
  const now = (): string => place.now().toISOString();
  const locked = <T>(id: string, work: (stillHeld: StillHeld) => Promise<T>): Promise<T> =>
    place.exclusive(`room:${id}`, work);

  /** Rooms of which nothing more is to be expected. Only a saving: forgotten at the end of the process. */
  const settled = new Set<string>();

  async function keep(next: Room, stillHeld: StillHeld): Promise<void> {
    await keepRoom(siteStateDir, next, stillHeld);
    await writeLiveFiles(place, next, stillHeld);
  }

  const change = (id: string, transition: (room: Room) => step.Step): Promise<DeskAnswer> =>
    locked(id, async (stillHeld) => {
      const before = await readRoom(siteStateDir, id);
      if (!before) return { problem: problem('broadcast.no-room') };
      const after = transition(before);
      if ('room' in after && after.room !== before) await keep(after.room, stillHeld);
      return after;
    });

  /** One room that cannot be read or written must not keep the others waiting. */
  async function alone<T>(id: string, work: () => Promise<T>): Promise<T | null> {
    try {
      return await work();
    } catch (error) {
      place.log('error', 'a live room cannot be read or written', { room: id, error: String(error) });
      return null;
    }
  }

  /** @returns whether its readers have something new to fetch */
  async function releaseOne(id: string, at: Date, stillHeld: StillHeld): Promise<boolean> {
    const before = await readRoom(siteStateDir, id);
    if (!before) return false;
    const after = step.release(before, at.toISOString());
    if (after !== before) {
      await keep(after, stillHeld);
      return true;
    }
    if (await areLiveFilesCurrent(siteDir, after)) {
      if (isClosed(after)) settled.add(id);
      return false;
    }
    await writeLiveFiles(place, after, stillHeld);
    return true;
  }

  return {
    readRoom: (id: string): Promise<Room | null> => readRoom(siteStateDir, id),

    /** Makes a room, or finds the one that the same delivery made before. */
    async openRoom(opening: RoomOpening): Promise<DeskAnswer> {
      for (const id of opening.ids) {
        const answer = await locked(id, async (stillHeld): Promise<DeskAnswer | null> => {
          const existing = await readRoom(siteStateDir, id);
          if (existing)
            return opening.delivery !== null && existing.delivery === opening.delivery ? { room: existing } : null;
          const announced = newRoom(id, opening);
          const opened = opening.startNow ? step.start(announced, now()) : { room: announced };
          if ('room' in opened) await keep(opened.room, stillHeld);
          return opened;
        });
        if (answer) return answer;
      }
      return { problem: problem('broadcast.exists') };
    },

    startRoom: (id: string) => change(id, (room) => step.start(room, now())),
    /** @param key the same key twice gives one update */
    postUpdate: (id: string, input: UpdateInput, key: string | null = null) =>
      change(id, (room) => step.post(room, input, key, now())),
    correctUpdate: (id: string, seq: number, input: CorrectionInput) =>
      change(id, (room) => step.correct(room, seq, input, now())),
    removeUpdate: (id: string, seq: number, reason: string) =>
      change(id, (room) => step.remove(room, seq, reason, now())),
    endRoom: (id: string) => change(id, (room) => step.end(room, now())),
    withdrawRoom: (id: string, reason: string) => change(id, (room) => ({ room: step.withdraw(room, reason, now()) })),

    /** Rooms that are announced or running, the earliest start first. */
    async openRooms(): Promise<readonly Room[]> {
      const ids = (await roomIds(siteStateDir)).filter((id) => !settled.has(id));
      const rooms = await Promise.all(ids.map((id) => alone(id, () => readRoom(siteStateDir, id))));
      return rooms
        .filter((room) => room !== null)
        .filter((room) => !isClosed(room))
        .sort((one, other) => startOf(one).localeCompare(startOf(other)) || one.id.localeCompare(other.id));
    },

    /**
     * Shows what is due in every room and mends files that a crash left behind. May run as often as one likes.
     *
     * @returns ids of the rooms whose readers have something new to fetch
     */
    async releaseDue(at: Date): Promise<readonly string[]> {
      const changed: string[] = [];
      for (const id of await roomIds(siteStateDir)) {
        if (settled.has(id)) continue;
        if (await alone(id, () => locked(id, (stillHeld) => releaseOne(id, at, stillHeld)))) changed.push(id);
      }
      return changed;
    },
  };
}

const startOf = ({ startedAt, plannedStart }: Room): string => startedAt ?? plannedStart ?? '9999';
