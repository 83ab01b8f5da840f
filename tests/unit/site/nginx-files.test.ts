import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SECURITY_HEADERS } from '../../../src/site/security-headers';
import { streamedTypeOf } from '../../../src/site/site-headers';

const text = (name: string): string => readFileSync(join(__dirname, '../../../docs/nginx', name), 'utf8');

test('nginx says of pages what the product says', () => {
  const said = [...text('mingbai-headers.conf').matchAll(/^add_header ([\w-]+) "?([^"\n]*?)"? always;$/gm)];
  expect(Object.fromEntries(said.map(([, name = '', value]) => [name.toLowerCase(), value]))).toEqual(SECURITY_HEADERS);
});

test('nginx gives files the types that the product gives them', () => {
  const types = [...text('mingbai-types.conf').matchAll(/^ {2}(?:"([^"]+)"|(\S+)) (\w+);$/gm)];
  expect(types.length).toBeGreaterThan(15);
  for (const [, quoted, plain, ending = ''] of types) {
    expect([ending, streamedTypeOf(`x.${ending}`)]).toEqual([ending, quoted ?? plain]);
  }
});
