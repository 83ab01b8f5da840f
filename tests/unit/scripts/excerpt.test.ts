import { script } from './script';

const lines = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => `line ${from + i}`);

test('a log is shown from its first error on', async () => {
  const log = [...lines(1, 40), '\u001b[31mnpm error\u001b[39m code EUSAGE', ...lines(41, 90)].join('\n');
  expect(String(await script('excerpt', log)).split('\n')).toEqual(['npm error code EUSAGE', ...lines(41, 64)]);
});

test('a log without the word is shown from its end', async () => {
  expect(await script('excerpt', lines(1, 40).join('\n'))).toBe(lines(16, 40).join('\n'));
  expect(await script('excerpt', 'short\n')).toBe('short');
});
