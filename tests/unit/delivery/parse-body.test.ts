import { z } from 'zod';
import { parseBody } from '../../../src/delivery/parse-body';
import { Refusal } from '../../../src/delivery/refusal';

const schema = z.object({ title: z.string(), aspects: z.record(z.string(), z.array(z.string())).optional() });

function issuesOf(value: unknown): unknown {
  try {
    return parseBody(schema, value);
  } catch (error) {
    if (error instanceof Refusal) return error.details;
    throw error;
  }
}

test('what the schema allows comes through', () => {
  expect(parseBody(schema, { title: '题目', more: 1 })).toEqual({ title: '题目' });
});

test('what it does not allow is refused with the field concerned', () => {
  expect(issuesOf({ title: 1 })).toEqual({ issues: [expect.objectContaining({ path: 'title' })] });
});

test.each([
  ['title', { title: '题\0目' }],
  ['aspects.basis.1', { title: '题目', aspects: { basis: ['一', '\0'] } }],
  ['aspects', { title: '题目', aspects: { 'ba\0sis': [] } }],
])('a character that PostgreSQL keeps in no text is refused: %s', (path, value) => {
  expect(issuesOf(value)).toEqual({ issues: [expect.objectContaining({ path, code: 'nul' })] });
});
