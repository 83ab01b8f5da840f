import { readdir, rmdir } from 'node:fs/promises';
import path from 'node:path';
import type { Io } from '../../contract';
import type { Change } from '../changes';
import { openSitemap } from '../feeds/sitemap';
import { isMissing } from '../is-missing';
import { namesIn } from '../names-in';
import type { Places } from '../places';
import { publishChanges } from '../publish-changes';
import { idsIn } from '../state/ids-in';
import { SHELVES } from '../shelves';
import { openTopic } from '../topics';

/** Files taken away together; publications wait for as long as that takes. */
const MOST = 50;

/**
 * Takes away pages in the folders of the site that nothing in its state stands behind: what a restored backup or a
 * half-done change of an earlier time left there. Files elsewhere are somebody else's and stay.
 */
export async function removeStale(io: Pick<Io, 'exclusive' | 'log'>, places: Places): Promise<void> {
  const suspects = await stalePages(places);
  for (let from = 0; from < suspects.length; from += MOST) {
    await io.exclusive('site', async (stillHeld) => {
      // Looked at again: what was published since then has its place in the state by now.
      const still = new Set(await stalePages(places));
      const names = suspects.slice(from, from + MOST).filter((name) => still.has(name));
      if (names.length === 0) return;
      const changes = names.map((name): Change => ({ in: 'site', name, data: null }));
      await publishChanges(places, changes, stillHeld);
      await Promise.all(names.map((name) => removeEmptied(places, name)));
      io.log('warn', 'pages that nothing stands behind were removed', { names: names.join(' ') });
    });
  }
}

async function stalePages(places: Places): Promise<readonly string[]> {
  const below = async (folder: string): Promise<string[]> => directoriesIn(path.join(places.site, folder));
  const [explainers, policies, sitemap] = await Promise.all([
    idsIn(places, 'items'),
    idsIn(places, 'policies'),
    openSitemap(places),
  ]);
  const strangers = async (folder: string, ids: readonly string[]): Promise<string[]> => {
    const known = new Set(ids);
    return (await below(folder)).filter((id) => !known.has(id)).map((id) => `${folder}/${id}/index.html`);
  };
  const beyond = async (folder: string, newest: number): Promise<string[]> =>
    (await below(folder))
      .filter((name) => /^\d+$/.test(name) && Number(name) > newest)
      .map((name) => `${folder}/${name}/index.html`);
  const parts = (await namesIn(places.site)).filter(
    (name) => Number(/^sitemap-(\d+)\.xml$/.exec(name)?.[1] ?? 0) > sitemap.newest,
  );
  const topics = await Promise.all(
    SHELVES.map(async ({ id, folder }) => beyond(folder, (await openTopic(places, id)).newest)),
  );
  return [
    ...(await strangers('explainers', explainers)),
    ...(await strangers('policies', policies)),
    ...topics.flat(),
    ...parts,
  ];
}

async function directoriesIn(directory: string): Promise<string[]> {
  try {
    const entries = await readdir(directory, { withFileTypes: true });
    return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

/** A directory in which somebody keeps other files stays with them. */
const removeEmptied = (places: Places, name: string): Promise<void> =>
  rmdir(path.dirname(path.join(places.site, name))).catch(() => undefined);
