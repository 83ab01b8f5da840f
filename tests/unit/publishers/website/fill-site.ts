import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { CATEGORIES } from '../../../../publishers/content';
import type { Category } from '../../../../publishers/content';
import { openLists } from '../../../../publishers/website/lists';
import { siteOf } from '../../../../publishers/website/settings';
import { sampleContent } from '../article/sample-version';
import { account } from './test-site';

/** Fills a site with explainers through the code that publishes them, all in one go and without syncing each file. */
export async function fillSite(places: { site: string; state: string }, count: number): Promise<void> {
  const lists = await openLists(places);
  const content = sampleContent();
  for (let index = 0; index < count; index += 1) {
    const category: Category = CATEGORIES[index % CATEGORIES.length] ?? 'health';
    const card = {
      id: `old-${index}`,
      form: 'text' as const,
      category,
      title: `第${index}号解读：这件事现在这样办`,
      summary: '从下个月起，这件事在网上就能办，不用再跑窗口，当天办结。',
      keywords: ['网上办'],
      audiences: ['老年人'],
      source: '云澜市政务服务中心',
      publishedAt: new Date(Date.UTC(2020, 0, 1) + index * 3_600_000).toISOString(),
      updatedAt: null,
    };
    await lists.put(card, content, { topics: {}, sitemap: null, openData: null });
  }
  const drawn = await lists.draw({ site: siteOf(account), siteUrl: account.siteUrl });
  for (const change of [...drawn, ...lists.state()]) {
    const target = path.join(places[change.in], change.name);
    await mkdir(path.dirname(target), { recursive: true });
    await writeFile(target, change.data ?? '');
  }
}
