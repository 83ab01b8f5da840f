import { script } from './script';

test('a goal is met from its value on, and missed below', async () => {
  const text = String(
    await script('bench-report', [
      { name: 'serve', ratio: 2, goal: 2, better: 'higher', detail: '1.2 ms' },
      { name: 'publish', ratio: 1.99, goal: 2, better: 'higher' },
      { name: 'render', ratio: 2, goal: 2, better: 'lower' },
      { name: 'claim', ratio: 2.01, goal: 2, better: 'lower' },
    ]),
  );
  expect(text).toMatch(/serve\s+2\.00\s+≥ 2\s+达到\s+1\.2 ms/);
  expect(text).toMatch(/publish\s+1\.99\s+≥ 2\s+未达到$/m);
  expect(text).toMatch(/render\s+2\.00\s+≤ 2\s+达到$/m);
  expect(text).toMatch(/claim\s+2\.01\s+≤ 2\s+未达到$/m);
});
