import { gentlePace } from '../../../../src/site/integrity/gentle-pace';

/** A clock that only moves when it is told, or while somebody rests. */
function paced(share: number) {
  const state = { now: 0, rested: [] as number[] };
  const rest = (milliseconds: number): Promise<void> => {
    state.rested.push(milliseconds);
    state.now += milliseconds;
    return Promise.resolve();
  };
  return { state, pace: gentlePace(share, rest, () => state.now) };
}

test('work gets its share of the time, in short pieces', async () => {
  const { state, pace } = paced(0.2);
  for (let done = 0; done < 1_000; done += 2) {
    state.now += 2;
    await pace();
  }
  expect(1_000 / state.now).toBeCloseTo(0.2, 1);
  expect(Math.max(...state.rested)).toBeLessThanOrEqual(40);
});

test('an idle hour is not taken for work, so that no rest is long', async () => {
  const { state, pace } = paced(0.2);
  state.now += 60 * 60_000;
  await pace();
  expect(state.rested).toEqual([200]);
});
