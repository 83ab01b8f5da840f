import { script } from './script';

const table = async (row: object) => String(await script('bench-report', [{ name: 'render', ...row }]));

test.each([
  ['higher', 2, '≥ 2 +达到'],
  ['higher', 1.99, '≥ 2 +未达到'],
  ['higher', Number.NaN, '≥ 2 +未达到'],
  ['lower', 2, '≤ 2 +达到'],
  ['lower', 2.01, '≤ 2 +未达到'],
  ['lower', Number.NaN, '≤ 2 +未达到'],
])('where %s is better, %d against a goal of 2 reads "%s"', async (better, ratio, words) => {
  expect(await table({ ratio, goal: 2, better })).toMatch(new RegExp(`render +${ratio.toFixed(2)} +${words}$`));
});

test('the measured values stand at the end of the line', async () => {
  expect(await table({ ratio: 3, goal: 2, better: 'higher', detail: '1.2 ms' })).toMatch(/达到 +1\.2 ms$/);
});
