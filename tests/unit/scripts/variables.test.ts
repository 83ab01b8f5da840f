import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { script } from './script';

test('--help and the operating manual name the same variables', async () => {
  const manual = readFileSync(join(__dirname, '../../../docs/operating.md'), 'utf8');
  const [, table = ''] = manual.split('## Environment');
  const inManual = namesIn(table, /`([A-Z][A-Z_]+)`/g);
  expect(inManual).toEqual(namesIn(String(await script('usage')), /^ {2}([A-Z][A-Z_]+) /gm));
  expect(inManual).toContain('DATA_DIR');
});

const namesIn = (text: string, pattern: RegExp) =>
  [...new Set([...text.matchAll(pattern)].map(([, name]) => name))].sort();
