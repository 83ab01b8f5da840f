import { link, mkdir } from 'node:fs/promises';
import path from 'node:path';
import { versionOf } from '../unit/publishers/website/test-site';
import type { TestSite } from '../unit/publishers/website/test-site';

/** A file has at most 65,000 names on ext4. */
const NAMES = 50_000;

/**
 * Gives each explainer that `fillSite` lists its folder with a page and its file in the state, so that the folders are as
 * large as on a real site. All of them are names of a few real pages: what is measured writes pages of its own.
 */
export async function fillFolders(site: TestSite, count: number): Promise<void> {
  let [page, state] = ['', ''];
  for (let index = 0; index < count; index += 1) {
    if (index % NAMES === 0) {
      await site.publish(versionOf(`page-${index}`, 1));
      page = path.join(site.siteDir, 'explainers', `page-${index}`, 'index.html');
      state = path.join(site.siteStateDir, 'items', `page-${index}.json`);
    }
    const folder = path.join(site.siteDir, 'explainers', `old-${index}`);
    await mkdir(folder);
    await link(page, path.join(folder, 'index.html'));
    await link(state, path.join(site.siteStateDir, 'items', `old-${index}.json`));
  }
}
