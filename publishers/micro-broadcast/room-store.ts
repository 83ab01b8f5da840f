import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { writeFileAtomic } from '../website/files';
import { safeId } from '../website/payload';
import { readState } from '../website/state/read-state';
import { room, type Room } from './room';

const DIRECTORY = 'rooms';
const ENDING = '.json';

/** The room as kept, or null. @throws when the file is not what we wrote */
export async function readRoom(stateDir: string, id: string): Promise<Room | null> {
  if (!safeId.safeParse(id).success) return null;
  return readState({ site: '', state: stateDir }, `${DIRECTORY}/${id}${ENDING}`, room);
}

export const keepRoom = (stateDir: string, next: Room): Promise<void> =>
  writeFileAtomic(stateDir, `${DIRECTORY}/${next.id}${ENDING}`, JSON.stringify(next));

/** Ids of all rooms there ever were, in no order. */
export async function roomIds(stateDir: string): Promise<string[]> {
  const names = await readdir(path.join(stateDir, DIRECTORY)).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  });
  return names
    .filter((name) => name.endsWith(ENDING) && !name.startsWith('.'))
    .map((name) => name.slice(0, -ENDING.length))
    .filter((id) => safeId.safeParse(id).success);
}
