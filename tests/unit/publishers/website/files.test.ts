import fs, { type FileHandle } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { noLockNeeded, writeFileAtomic } from '../../../../publishers/website/files';

let directory: string;
beforeEach(async () => {
  directory = await fs.mkdtemp(path.join(tmpdir(), 'mingbai-files-'));
});
afterEach(async () => {
  jest.restoreAllMocks();
  await fs.rm(directory, { recursive: true });
});

/** Where `sync` is: Node.js does not export the class of its open files. */
async function fileHandles(): Promise<FileHandle> {
  const handle = await fs.open(directory);
  await handle.close();
  return Object.getPrototypeOf(handle) as FileHandle; // what every handle inherits its methods from
}

test('a file is on the disk in full before it is in its place, so that no power cut leaves half of it there', async () => {
  const target = path.join(directory, 'a.html');
  const steps: string[] = [];
  jest.spyOn(await fileHandles(), 'sync').mockImplementation(async () => {
    const [temporary] = await fs.readdir(directory);
    steps.push(`synced ${await fs.readFile(path.join(directory, temporary ?? ''), 'utf8')}`);
  });
  const rename = fs.rename.bind(fs);
  jest.spyOn(fs, 'rename').mockImplementation(async (from, to) => {
    await rename(from, to);
    steps.push(`placed ${await fs.readFile(target, 'utf8')}`);
  });
  await writeFileAtomic(directory, 'a.html', 'whole', noLockNeeded);
  expect(steps).toEqual(['synced whole', 'placed whole']);
});
