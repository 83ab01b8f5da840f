import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { CATEGORIES } from '../../publishers/content';
import type { Content } from '../../publishers/content';
import type { Change } from '../../publishers/website/changes';
import { drawItem } from '../../publishers/website/draw-item';
import { policyEntryOf } from '../../publishers/website/open-data/entries';
import { openLists } from '../../publishers/website/lists';
import { pageHash, pageName } from '../../publishers/website/page-hash';
import { drawPolicy } from '../../publishers/website/policies';
import { siteOf } from '../../publishers/website/settings';
import { itemChange } from '../../publishers/website/state/item';
import type { Item } from '../../publishers/website/state/item';
import { policyChange } from '../../publishers/website/state/policy';
import type { PolicyState } from '../../publishers/website/state/policy';
import { account, versionOf } from '../unit/publishers/website/test-site';
import type { TestSite } from '../unit/publishers/website/test-site';
import { POLICY_TEXT } from './policy-text';

/** Explainers for each policy document. */
const PER_POLICY = 20;

/** An explainer of a large site, as the site and as its rival get it. */
export interface LargeItem {
  readonly id: string;
  readonly policy: string;
  readonly publishedAt: string;
  readonly content: Content;
}

/** So many explainers of about 3,900 characters, one an hour. */
export function* largeItems(count: number): Generator<LargeItem> {
  for (let index = 0; index < count; index += 1) {
    const { content } = versionOf(`old-${index}`, 1, {
      title: `第${index}号解读：这件事现在这样办`,
      summary: `从下个月起，第${index}号事项在网上就能办，不用再跑窗口，当天办结。`,
      category: CATEGORIES[index % CATEGORIES.length] ?? 'health',
      body: POLICY_TEXT,
      cover: null,
    });
    const policy = `policy-${Math.floor(index / PER_POLICY)}`;
    yield {
      id: `old-${index}`,
      policy,
      publishedAt: new Date(Date.UTC(2020, 0, 1) + index * 3_600_000).toISOString(),
      content: { ...content, policies: content.policies.map((each) => ({ ...each, id: policy })) },
    };
  }
}

const TODAY = '2026-11-26';

/** Puts them on a site as if they had been published there, through the code that publishes, without syncing each file. */
export async function fillLargeSite(site: TestSite, count: number): Promise<void> {
  const places = { site: site.siteDir, state: site.siteStateDir };
  const frame = { site: siteOf(account), siteUrl: account.siteUrl };
  const lists = await openLists(places);
  const policies = new Map<string, PolicyState>();
  const { payload } = await site.prepare(versionOf('any', 1, { body: POLICY_TEXT, cover: null }));

  for (const { id, policy, publishedAt, content } of largeItems(count)) {
    const { form, category, title, summary, keywords, audiences, source } = content;
    const card = { id, form, category, title, summary, keywords, audiences, source, publishedAt, updatedAt: null };
    const delivery = `delivery-${id}`;
    const item: Item = {
      id,
      begun: { delivery, at: publishedAt },
      ...(await lists.put(card, content, { topics: {}, sitemap: null, openData: null })),
      policies: {},
      publications: [],
      live: { payload: { ...payload, explainer: id, content }, media: {} },
      withdrawn: null,
    };
    const page = (await drawItem(places, frame, { ...item, publications: [] }, TODAY)) ?? '';
    const marker = { delivery, number: 1, hash: pageHash(page), at: publishedAt };
    await put(places, { in: 'site', name: pageName(id), data: page });
    await put(places, itemChange({ ...item, publications: [marker] }));

    const [snapshot] = content.policies;
    const known = policies.get(policy);
    if (!snapshot) continue;
    policies.set(policy, {
      policy: snapshot,
      asOf: publishedAt,
      explainers: [{ ...card, mentions: [] }, ...(known?.explainers ?? [])],
      lists: null,
      openData: known?.openData ?? (await lists.data.policies.put(null, policyEntryOf(snapshot, publishedAt))),
      sitemap:
        known?.sitemap ??
        (await lists.sitemap.put(null, {
          id: `policy ${policy}`,
          path: `/policies/${policy}/`,
          publishedAt,
          changedAt: publishedAt,
        })),
    });
  }
  for (const state of policies.values()) {
    await put(places, await drawPolicy(places, frame, state, TODAY));
    await put(places, policyChange(state));
  }
  for (const change of [...(await lists.draw(frame)), ...lists.state()]) await put(places, change);
}

async function put(places: { readonly site: string; readonly state: string }, change: Change): Promise<void> {
  const target = path.join(places[change.in], change.name);
  await mkdir(path.dirname(target), { recursive: true });
  await writeFile(target, change.data ?? '');
}
