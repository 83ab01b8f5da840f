import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { script } from './script';
import { temporaryFolder } from './temporary-folder';

test('a full log makes room and keeps the part before', async () => {
  const file = join(temporaryFolder(), 'logs', 'product.log');
  const write = (await script('rolling-log', file, 10)) as (text: string) => void;
  ['first\n', 'two\n', 'third\n', 'fourth\n'].forEach(write);
  expect(readFileSync(file, 'utf8')).toBe('fourth\n');
  expect(readFileSync(`${file}.1`, 'utf8')).toBe('third\n');
});

test('colours stay on the terminal', async () => {
  const file = join(temporaryFolder(), 'product.log');
  const write = (await script('rolling-log', file)) as (text: string) => void;
  write('\u001b[31merror\u001b[39m: 明白\n');
  expect(readFileSync(file, 'utf8')).toBe('error: 明白\n');
});
