import { createHash } from 'node:crypto';
import { open, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { eachAtOnce } from '../../publishers/website/manifest/each-at-once';
import { isPackable, pack } from '../../publishers/website/packed';

/**
 * Does to the files of another builder what ours have had done to them when a rebuild ends: brotli and gzip beside each
 * text, every byte on the disk, and a list of their hashes.
 */
export async function packAsServed(directory: string): Promise<void> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  const names = entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
  const hashes: [string, string][] = [];
  await eachAtOnce(names.filter(isPackable), async (name) => {
    const bytes = await readFile(name);
    hashes.push([name, createHash('sha256').update(bytes).digest('hex')]);
    await sync(name);
    for (const { ending, bytes: packed } of await pack(name, bytes)) {
      await writeFile(name + ending, packed);
      await sync(name + ending);
    }
  });
  await writeFile(path.join(directory, 'hashes.json'), JSON.stringify(hashes));
}

async function sync(name: string): Promise<void> {
  const file = await open(name, 'r+');
  await file.sync();
  await file.close();
}
