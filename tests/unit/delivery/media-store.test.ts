import { createHash } from 'node:crypto';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createMediaStore, type MediaStore } from '../../../src/delivery/media-store';
import { mediaOf } from '../publishers/article/sample-version';

let directory: string;
let media: MediaStore;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'mingbai-media-'));
  media = createMediaStore(join(directory, 'kept'));
  await writeFile(join(directory, 'cover.PNG'), 'bytes as signed');
});
afterEach(() => rm(directory, { recursive: true }));

const ref = mediaOf('cover.PNG', Buffer.from('bytes as signed'));

describe('a signed file', () => {
  it('is kept whatever happens to the original', async () => {
    await media.keep(ref, join(directory, 'cover.PNG'));
    await writeFile(join(directory, 'cover.PNG'), 'replaced in the library');
    expect(Buffer.from(await media.read(ref)).toString()).toBe('bytes as signed');
    expect(media.path(ref)).toMatch(new RegExp(`${ref.sha256.slice(0, 2)}/${ref.sha256}\\.png$`));
  });

  it('is not overwritten when it is kept a second time, and leaves nothing half-written behind', async () => {
    await media.keep(ref, join(directory, 'cover.PNG'));
    await writeFile(join(directory, 'cover.PNG'), 'other bytes');
    await media.keep(ref, join(directory, 'cover.PNG'));
    expect(
      createHash('sha256')
        .update(await media.read(ref))
        .digest('hex'),
    ).toBe(ref.sha256);
    expect(await readdir(join(directory, 'kept', ref.sha256.slice(0, 2)))).toHaveLength(1);
  });

  it('that two versions share is kept once, also when both are signed at the same moment', async () => {
    await Promise.all(Array.from({ length: 20 }, () => media.keep(ref, join(directory, 'cover.PNG'))));
    expect(await readdir(join(directory, 'kept', ref.sha256.slice(0, 2)))).toHaveLength(1);
  });

  it('is refused when it was altered in the store, or is gone', async () => {
    await media.keep(ref, join(directory, 'cover.PNG'));
    await writeFile(media.path(ref), 'altered');
    await expect(media.read(ref)).rejects.toThrow('differs from the signed file');
    await rm(media.path(ref));
    await expect(media.read(ref)).rejects.toThrow('ENOENT');
  });
});
