import { script } from './script';

type InTurn = <T>(work: () => Promise<T>) => Promise<T>;
const atMost = async (places: number): Promise<InTurn> => (await script('at-most', places)) as InTurn; // untyped JavaScript

test('so many run at once; the others come in the order of asking, and one that failed makes room too', async () => {
  const inTurn = await atMost(2);
  const begun: number[] = [];
  let running = 0;
  let most = 0;
  const works = [0, 1, 2, 3, 4].map((number) =>
    inTurn(async () => {
      begun.push(number);
      most = Math.max(most, (running += 1));
      await new Promise(setImmediate);
      running -= 1;
      if (number === 1) throw new Error('broken');
      return number;
    }),
  );
  const ended = await Promise.allSettled(works);
  expect(begun).toEqual([0, 1, 2, 3, 4]);
  expect(most).toBe(2);
  expect(ended.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'fulfilled', 'fulfilled']);
});
