import { createHash } from 'node:crypto';
import { mkdtemp, mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { testIo } from '../unit/publishers/weibo/io';
import { accountOf } from '../unit/delivery/support/newsroom';
import type { Place } from './place';
import { serveDirectory } from './serve-directory';

/**
 * A site in a directory, served to readers.
 * @param section the part of the site whose pages are the channel's publications, e.g. `explainers`
 */
export async function directoryPlace(
  publisher: string,
  section: string,
  files: Readonly<Record<string, Uint8Array>>,
): Promise<Place> {
  const directory = await mkdtemp(join(tmpdir(), 'mingbai-contract-'));
  const [siteDir, siteStateDir] = [join(directory, 'site'), join(directory, 'state')];
  await Promise.all([mkdir(siteDir), mkdir(siteStateDir)]);
  const server = await serveDirectory(siteDir, siteStateDir);
  const io = testIo({ connection: { siteDir, siteStateDir }, files });
  const names = async (below: string): Promise<string[]> => {
    const entries = await readdir(below, { recursive: true, withFileTypes: true });
    return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  };
  const page = new RegExp(`/${section}/([^/]+)/index\\.html$`);
  const pageName = async (): Promise<string> => (await names(siteDir)).find((name) => page.test(name)) ?? 'no page';
  return {
    account: { ...accountOf(publisher).account, siteUrl: server.url },
    io,
    pass: (milliseconds) => {
      io.clock = new Date(io.clock.getTime() + milliseconds);
    },
    // Media lie under the hash of their bytes: without a page that names them nobody can come upon them.
    readable: async () => (await names(siteDir)).filter((name) => !name.startsWith(join(siteDir, 'media'))),
    published: async () => (await names(siteDir)).flatMap((name) => page.exec(name)?.[1] ?? []),
    everything: async () => {
      const all = (await names(directory)).sort();
      return Promise.all(
        all.map(async (name) => [
          name,
          createHash('sha256')
            .update(await readFile(name))
            .digest('hex'),
        ]),
      );
    },
    alter: async () => {
      const name = await pageName();
      await writeFile(name, (await readFile(name, 'utf8')).replace('门诊', '急诊'));
    },
    remove: async () => rm(await pageName()),
    close: async () => {
      await server.close();
      await rm(directory, { recursive: true, force: true });
    },
  };
}
