import { setTimeout as sleep } from 'node:timers/promises';

/** Work between two rests, milliseconds: short enough that no reader notices. */
const AT_A_TIME = 10;
/** What is counted as work between two rests at most, milliseconds: a rest is never long, and a stop is soon heard. */
const MOST = 50;

/**
 * Keeps a long work to a share of one core's time.
 * @param share 0 to 1
 */
export function gentlePace(
  share: number,
  wait: (milliseconds: number) => Promise<unknown> = sleep,
  clock: () => number = () => performance.now(),
) {
  let begun = clock();
  return async (): Promise<void> => {
    const worked = clock() - begun;
    if (worked < AT_A_TIME) return;
    // What came before was not all work: the last check was an hour ago, or the disk was slow.
    await wait(Math.min(worked, MOST) * (1 / share - 1));
    begun = clock();
  };
}
