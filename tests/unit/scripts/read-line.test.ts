import { script } from './script';

const read = (line: string) => script('read-line', line) as Promise<{ text: string; urgent: boolean }>;

test('a structured line is shown in words, and only warnings and errors at once', async () => {
  const time = '2026-11-23T01:00:00.000Z';
  const line = { level: 'warn', time, pid: 7, delivery: '01A', facts: [1], message: 'delivery missed' };
  expect(await read(JSON.stringify(line))).toEqual({
    text: `[${time}] warn: delivery missed delivery=01A facts=[1]`,
    urgent: true,
  });
  expect(await read(JSON.stringify({ ...line, level: 'info' }))).toMatchObject({ urgent: false });
});

test('a line about an error is not urgent because of the word', async () => {
  const line = { level: 'info', time: 'now', message: 'error: nothing' };
  expect((await read(JSON.stringify(line))).urgent).toBe(false);
});

test.each([
  ['Error: crashed while starting', false],
  ['[12:00] error: broken', true],
  ['{"not": "a log line", error: }', true],
  ['ready', false],
])('%s stays as it is', async (line, urgent) => {
  expect(await read(line)).toEqual({ text: line, urgent });
});
