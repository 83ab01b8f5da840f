import fs from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import publishingConfig from '../../../../config/publishing';
import { applyChanges } from '../../../../publishers/website/changes';
import { placesOf, type Places } from '../../../../publishers/website/places';
import { createMutex } from '../../../../src/delivery/mutex';
import { verifyCommand } from '../../../../src/site/integrity/verify-command';
import { textOf } from './guarded-site';

const before = { ...process.env };
let root: string;
let places: Places;
let said: string[];
beforeEach(async () => {
  root = await fs.mkdtemp(path.join(tmpdir(), 'mingbai-verify-'));
  process.env = { ...before, DATA_DIR: root, SITE_DIR: path.join(root, 'public'), MINGBAI_SECRET_KEY: 'secret' };
  places = placesOf({ connection: publishingConfig().site, exclusive: createMutex() });
  await applyChanges(places, [{ in: 'site', name: 'index.html', data: textOf('首页') }], () => true);
  said = [];
  jest.spyOn(console, 'log').mockImplementation((text: string) => void said.push(text));
});
afterEach(async () => {
  jest.restoreAllMocks();
  process.env = before;
  await fs.rm(root, { recursive: true });
});

const run = (options: Partial<Parameters<typeof verifyCommand>[0]> = {}) =>
  verifyCommand({ restore: false, adopt: false, json: false, ...options });
const page = () => path.join(root, 'public', 'index.html');

test('says in Chinese that all is well, and exits with 0', async () => {
  expect(await run()).toBe(0);
  expect(said).toEqual(['网站的 1 个文件都与发布时一致。']);
});

test('names what is wrong and exits with 1; with --restore it puts it right', async () => {
  await fs.writeFile(page(), 'hacked');
  await fs.writeFile(path.join(root, 'public', 'casino.html'), 'foreign');
  expect(await run()).toBe(1);
  expect(said.join('\n')).toContain('被改动：index.html（未处理）');
  expect(said.join('\n')).toContain('来历不明：casino.html（未处理）');
  expect(await run({ restore: true })).toBe(1);
  expect(await fs.readFile(page(), 'utf8')).toBe(textOf('首页'));
  expect(await run()).toBe(0);
});

test('gives machines JSON', async () => {
  await fs.rm(page());
  expect(await run({ json: true })).toBe(1);
  expect(JSON.parse(said[0] ?? '')).toMatchObject({
    list: 'whole',
    counts: { missing: 1 },
    findings: [{ trouble: 'missing', name: 'index.html', deed: 'left' }],
  });
});

test('under another secret believes nothing and touches nothing', async () => {
  process.env['MINGBAI_SECRET_KEY'] = 'another';
  expect(await run({ restore: true })).toBe(1);
  expect(said.join('\n')).toContain('签名不符');
  expect(await fs.readFile(page(), 'utf8')).toBe(textOf('首页'));
});
