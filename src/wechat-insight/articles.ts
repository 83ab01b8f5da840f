import type { Knex } from 'knex';
import { z } from 'zod';
import type { Problem } from '../../publishers/contract';
import { messageDataIdOf } from '../../publishers/wechat/message-data-id';
import { wechatPayload } from '../../publishers/wechat/payload';
import { deliveryRow, problemSchema, type Delivery } from '../delivery/delivery';
import { TABLES } from '../delivery/schema';
import type { Store } from '../delivery/store';
import { DAY } from './china-day';

/** For so long after its publication readers' doings are looked after, as the platform counts them. */
export const LOOKED_AFTER = 30 * DAY;

const row = z
  .object({
    delivery: z.string(),
    account: z.string(),
    explainer: z.string(),
    title: z.string(),
    url: z.string().nullable(),
    message: z.string().nullable(),
    published_at: z.coerce.number(),
    comments_open: z.coerce.boolean(),
    comments_total: z.number().nullable(),
    looked_at: z.coerce.number().nullable(),
    problem: z.string().nullable(),
  })
  .transform((r) => ({
    delivery: r.delivery,
    account: r.account,
    explainer: r.explainer,
    title: r.title,
    url: r.url,
    /** The platform's number (`msg_data_id`); null until it is known. */
    message: r.message,
    publishedAt: r.published_at,
    commentsOpen: r.comments_open,
    /** As the platform counted them when they were last looked at. */
    commentsTotal: r.comments_total,
    lookedAt: r.looked_at,
    problem: r.problem === null ? null : problemSchema.parse(JSON.parse(r.problem)),
  }));

/** What a delivery published on WeChat, as far as readers' comments and numbers go. */
export type Article = z.output<typeof row>;

/** Those that can be read now: what was withdrawn is not asked about any more. */
const articles = (db: Knex) =>
  db(`${TABLES.wechatArticles} as a`)
    .join(`${TABLES.deliveries} as d`, 'd.id', 'a.delivery')
    .where('d.state', 'published')
    .select('a.*');

/** The articles of an account that are looked after at `now`, newest first; what was published meanwhile is noted. */
export async function articlesOfAccount(store: Store, account: string, now: number): Promise<readonly Article[]> {
  const since = now - LOOKED_AFTER;
  const published: unknown = await store
    .db(TABLES.deliveries)
    .where({ account, kind: 'publish', state: 'published' })
    .where('published_at', '>', since)
    .whereNotIn('id', store.db(TABLES.wechatArticles).select('delivery').where({ account }));
  for (const delivery of z.array(deliveryRow).parse(published)) await note(store, delivery);
  const rows: unknown = await articles(store.db)
    .where('a.account', account)
    .where('a.published_at', '>', since)
    .orderBy('a.published_at', 'desc');
  return z.array(row).parse(rows);
}

async function note(store: Store, delivery: Delivery): Promise<void> {
  const { id, account, explainer, receipt, answer, publishedAt } = delivery;
  const rendition = await store.rendition(delivery.rendition);
  const { data: payload } = wechatPayload.safeParse(rendition?.payload);
  await store
    .db(TABLES.wechatArticles)
    .insert({
      delivery: id,
      account,
      explainer,
      title: payload?.title ?? rendition?.title ?? '',
      url: receipt?.url ?? null,
      message: messageDataIdOf(answer, receipt),
      published_at: publishedAt,
      // A pushed video has no comments.
      comments_open: payload !== undefined && payload.kind !== 'mpvideo' && payload.openComment,
    })
    .onConflict('delivery')
    .ignore();
}

/** How many are shown at once. */
const SHOWN = 100;

/**
 * The newest articles, also those that are not looked after any more.
 * @param explainer null = of all explainers
 */
export async function newestArticles(db: Knex, explainer: string | null): Promise<readonly Article[]> {
  const rows: unknown = await articles(db)
    .where(explainer === null ? {} : { 'a.explainer': explainer })
    .orderBy('a.published_at', 'desc')
    .limit(SHOWN);
  return z.array(row).parse(rows);
}

export async function articleOfDelivery(db: Knex, delivery: string): Promise<Article | null> {
  const found: unknown = await articles(db).where('a.delivery', delivery).first();
  return found ? row.parse(found) : null;
}

interface ArticleChanges {
  readonly message?: string;
  readonly commentsOpen?: boolean;
  readonly commentsTotal?: number;
  readonly lookedAt?: number;
  readonly problem?: Problem | null;
}

export async function changeArticle(db: Knex, delivery: string, changes: ArticleChanges): Promise<void> {
  const { message, commentsOpen, commentsTotal, lookedAt, problem } = changes;
  const columns = {
    message,
    comments_open: commentsOpen,
    comments_total: commentsTotal,
    looked_at: lookedAt,
    problem: problem && JSON.stringify(problem),
  };
  const given = Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined));
  await db(TABLES.wechatArticles).where({ delivery }).update(given);
}
