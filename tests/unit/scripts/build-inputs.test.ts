import { rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { script } from './script';
import { temporaryFolder } from './temporary-folder';

const FILES = {
  'config/server.ts': 'export default {};',
  'publishers/contract.ts': 'export type A = string;',
  'src/index.ts': 'export default {};',
  'src/words.ts': 'export const a = 1;',
  'src/admin/app.tsx': "import './theme';",
  'src/admin/theme.ts': 'export const theme = {};',
  'package.json': '{}',
  'package-lock.json': '{}',
  'tsconfig.json': '{}',
};
const inputs = (root: string, env = {}) =>
  script('build-inputs', root, env) as Promise<{ server: string; admin: string }>;

/** Which of the two hashes a change of one file changes. */
async function changedBy(path: string, content: string, files: Record<string, string> = FILES): Promise<string[]> {
  const root = temporaryFolder(files);
  const before = await inputs(root);
  writeFileSync(join(root, path), content);
  const after = await inputs(root);
  return (['server', 'admin'] as const).filter((part) => before[part] !== after[part]);
}

test.each([
  ['publishers/contract.ts', ['server']],
  ['src/index.ts', ['server']],
  ['src/new.ts', ['server']],
  ['src/admin/theme.ts', ['admin']],
  ['config/server.ts', ['server', 'admin']],
  ['package-lock.json', ['server', 'admin']],
  ['README.md', []],
])('a change of %s concerns %j', async (path, parts) => {
  expect(await changedBy(path, 'changed')).toEqual(parts);
});

test('what the admin imports from elsewhere concerns the admin, too', async () => {
  const files = { ...FILES, 'src/admin/page.tsx': "import { a } from '../../publishers/contract';" };
  expect(await changedBy('publishers/contract.ts', 'changed', files)).toEqual(['server', 'admin']);
  const lazy = { ...FILES, 'src/admin/page.tsx': "const words = () => import('../words');" };
  expect(await changedBy('src/words.ts', 'changed', lazy)).toEqual(['server', 'admin']);
});

test('a touched file with the same content changes nothing', async () => {
  const root = temporaryFolder(FILES);
  const before = await inputs(root);
  utimesSync(join(root, 'src/index.ts'), 1, 1);
  expect(await inputs(root)).toEqual(before);
});

test('a removed file changes the hash', async () => {
  const root = temporaryFolder(FILES);
  const before = await inputs(root);
  rmSync(join(root, 'src/words.ts'));
  expect((await inputs(root)).server).not.toBe(before.server);
});

test('text that moves from one file to the next changes the hash', async () => {
  const one = await inputs(temporaryFolder({ 'src/a.ts': 'xy', 'src/b.ts': '' }));
  const other = await inputs(temporaryFolder({ 'src/a.ts': 'x', 'src/b.ts': 'y' }));
  expect(one.server).not.toBe(other.server);
});

test('variables built into the admin concern the admin; the port of the site does not', async () => {
  const root = temporaryFolder(FILES);
  const plain = await inputs(root);
  expect(await inputs(root, { SITE_URL: 'https://gov.example:8080/' })).toEqual(plain);
  expect((await inputs(root, { SITE_URL: 'https://gov.example/zc' })).admin).not.toBe(plain.admin);
  expect((await inputs(root, { STRAPI_ADMIN_X: '1' })).admin).not.toBe(plain.admin);
});
