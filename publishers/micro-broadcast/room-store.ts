import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { StillHeld } from '../contract';
import { resolveInside, writeFileAtomic } from '../website/files';
import { safeId } from '../website/payload';
import { codeOf } from './error-code';
import { room, type Room } from './room';

const DIRECTORY = 'rooms';
const ENDING = '.json';

/** The room as kept, or null. @throws when the file is not what we wrote */
export async function readRoom(stateDir: string, id: string): Promise<Room | null> {
  if (!safeId.safeParse(id).success) return null;
  const text = await ifThere(readFile(resolveInside(stateDir, nameOf(id)), 'utf8'));
  return text === null ? null : room.parse(JSON.parse(text));
}

/** @param stillHeld the lock of the room */
export const keepRoom = (stateDir: string, next: Room, stillHeld: StillHeld): Promise<void> =>
  writeFileAtomic(stateDir, nameOf(next.id), JSON.stringify(next), stillHeld);

/** Ids of all rooms there ever were, in no order. */
export async function roomIds(stateDir: string): Promise<string[]> {
  const names = (await ifThere(readdir(path.join(stateDir, DIRECTORY)))) ?? [];
  return names
    .filter((name) => name.endsWith(ENDING) && !name.startsWith('.'))
    .map((name) => name.slice(0, -ENDING.length))
    .filter((id) => safeId.safeParse(id).success);
}

const nameOf = (id: string): string => `${DIRECTORY}/${id}${ENDING}`;

/** Null where there is no such file or directory; every other trouble is thrown. */
const ifThere = <T>(reading: Promise<T>): Promise<T | null> =>
  reading.catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  });
