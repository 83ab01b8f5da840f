import type { Account, Content } from '../../../../../publishers/contract';
import { hashOf } from '../../../../../src/delivery/hash';
import { newId } from '../../../../../src/delivery/new-id';
import { TABLES } from '../../../../../src/delivery/schema';
import { createStore } from '../../../../../src/delivery/store';
import { openSearch } from '../../../../../src/site/search/open-search';
import { openDatabase, type Dialect } from '../../../delivery/support/open-database';
import { sampleContent } from '../../../publishers/article/sample-version';

export const NOW = new Date('2026-11-26T01:00:00.000Z');
const HOUR = 3_600_000;
/** A site that was told nothing about its documents since they were published. */
const NO_STATE = { site: '/nowhere', state: '/nowhere' };

export const WEBSITE: Account = {
  name: 'website',
  publisher: 'website',
  title: '网站',
  siteUrl: 'https://www.yunlan.gov.cn',
  settings: {},
};

/** The search on a database of its own; deliveries are moved as the engine moves them, by updates of their rows. */
export async function openSiteSearch(dialect: Dialect) {
  const { db, close } = await openDatabase(dialect);
  const store = createStore(db, () => NOW);
  const logged: string[] = [];
  const log = (...line: unknown[]): void => void logged.push(JSON.stringify(line));
  const search = openSearch({ store, now: () => NOW, log }, WEBSITE);
  let at = NOW.getTime() - 1_000 * HOUR;

  /** Brings a new version of an explainer out. @returns the delivery */
  async function publish(
    content: Partial<Content>,
    { explainer = newId(), account = 'website', moment = (at += HOUR) } = {},
  ): Promise<string> {
    const full = sampleContent(content);
    const id = newId();
    const number = (await store.versionsOf(explainer)).length + 1;
    await store.addVersion({
      ...{ id, explainer, number, hash: hashOf(full), content: full },
      ...{ signedAt: NOW.toISOString(), signedBy: '李编辑' },
    });
    await db(TABLES.deliveries).insert({
      ...{ id, plan: id, explainer, version: id, account, mode: 'publish', rendition: 'sha256:0', due_at: moment },
      ...{ grace: 1, state: 'committing', created_at: 1, updated_at: 1 },
    });
    await db(TABLES.deliveries).where({ id }).update({ state: 'published', published_at: moment });
    return id;
  }

  return {
    db,
    search,
    publish,
    logged,
    withdraw: async (delivery: string): Promise<void> => {
      await db(TABLES.deliveries).where({ id: delivery }).update({ state: 'withdrawn' });
    },
    /** The page that a reader gets, without the places where its titles may break. */
    page: async (query: string, more: Readonly<Record<string, string>> = {}) => {
      const html = await search.answer(NO_STATE, new URLSearchParams({ q: query, ...more }));
      return html.replaceAll('<wbr/>', '');
    },
    /** Addresses of what it lists, in order. */
    links: async (query: string, more: Readonly<Record<string, string>> = {}): Promise<readonly string[]> => {
      const html = await search.answer(NO_STATE, new URLSearchParams({ q: query, ...more }));
      return [...html.matchAll(/<h2 class="card-title phrases"><a href="([^"]+)"/g)].map(([, href = '']) => href);
    },
    close,
  };
}

export type SiteSearch = Awaited<ReturnType<typeof openSiteSearch>>;
