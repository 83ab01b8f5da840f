import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hashOf } from '../../../src/delivery/hash';
import { createLibrary, libraryFile } from '../../../src/editorial/library';

const row = {
  id: 7,
  name: '封面.jpg',
  alternativeText: '大厅',
  hash: 'feng_mian_1',
  ext: '.jpg',
  mime: 'image/jpeg',
  url: '/x.jpg',
  width: 900,
  height: 600,
};
let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'mingbai-library-'));
  await writeFile(join(directory, 'x.jpg'), 'bytes');
});
afterAll(() => rm(directory, { recursive: true }));
const ref = (changes: object) => createLibrary(directory).ref(libraryFile.parse({ ...row, ...changes }));

test('the point that staff marked in the media library goes with the picture, in parts of its size', async () => {
  expect(await ref({ focalPoint: { x: 25, y: 80 } })).toMatchObject({ focus: { x: 0.25, y: 0.8 } });
});

test('a picture without one, or with one that makes no sense, is the same as before there were any', async () => {
  const before = await ref({});
  expect(before).not.toHaveProperty('focus');
  for (const focalPoint of [null, {}, { x: 300, y: 1 }, 'middle']) {
    expect(hashOf(await ref({ focalPoint }))).toBe(hashOf(before));
  }
});
