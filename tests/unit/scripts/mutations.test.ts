import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Mutation {
  readonly name: string;
  readonly file: string;
  readonly find: string;
  readonly replace: string;
  readonly tests: readonly string[];
}

const ROOT = join(__dirname, '../../..');
let mutations: readonly Mutation[];
beforeAll(async () => {
  // Plain JavaScript, whose types scripts/tsconfig.json checks; named by a variable, so that nobody looks for them here.
  const file = '../../../scripts/lib/mutations.mjs';
  mutations = ((await import(file)) as { readonly MUTATIONS: readonly Mutation[] }).MUTATIONS;
});

test('every mutation still finds its place in the code, once, and the tests that must notice it', () => {
  expect(mutations.length).toBeGreaterThan(10);
  for (const { name, file, find, tests } of mutations) {
    const found = readFileSync(join(ROOT, file), 'utf8').split(find).length - 1;
    expect([name, found]).toEqual([name, 1]);
    expect(tests.filter((test) => !existsSync(join(ROOT, test)))).toEqual([]);
  }
});

test('the manual lists the same mutations', () => {
  const manual = readFileSync(join(ROOT, 'docs/testing.md'), 'utf8');
  expect(mutations.filter(({ name }) => !manual.includes(`\`${name}\``)).map(({ name }) => name)).toEqual([]);
});
