import path from 'node:path';
import type { Change } from '../changes';
import { namesIn } from '../names-in';
import { safeId } from '../payload';
import type { Places } from '../places';

/** A policy whose pages have to be drawn anew from a day on, `YYYY-MM-DD` in China. */
export interface Turn {
  readonly day: string;
  readonly policy: string;
}

const DIRECTORY = 'turns';

/** A file for each day and policy: however many policies there are, noting one touches one file. */
export const turnChange = ({ day, policy }: Turn): Change => ({
  in: 'state',
  name: `${DIRECTORY}/${day}/${safeId.parse(policy)}`,
  data: '',
});

export const turnDone = (turn: Turn): Change => ({ ...turnChange(turn), data: null });

/** What is due on this day or was before, the oldest first. */
export async function dueTurns(places: Places, today: string): Promise<readonly Turn[]> {
  const days = (await names(places, DIRECTORY)).filter((day) => day <= today).sort();
  const turns: Turn[] = [];
  for (const day of days) {
    for (const policy of await names(places, path.join(DIRECTORY, day))) {
      if (safeId.safeParse(policy).success) turns.push({ day, policy });
    }
  }
  return turns;
}

const names = (places: Places, directory: string): Promise<readonly string[]> =>
  namesIn(path.join(places.state, directory));
