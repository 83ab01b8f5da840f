import type { Knex } from 'knex';
import { z } from 'zod';
import type { ReaderComment } from '../../../publishers/wechat/comments/comment-page';
import { newId } from '../../delivery/new-id';
import { TABLES } from '../../delivery/schema';

const row = z
  .object({
    id: z.string(),
    delivery: z.string(),
    number: z.string(),
    author: z.string().nullable(),
    content: z.string(),
    written_at: z.coerce.number(),
    elected: z.coerce.boolean(),
    reply: z.string().nullable(),
    replied_at: z.coerce.number().nullable(),
    gone_at: z.coerce.number().nullable(),
  })
  .transform((r) => ({
    id: r.id,
    delivery: r.delivery,
    number: r.number,
    author: r.author,
    content: r.content,
    writtenAt: r.written_at,
    elected: r.elected,
    reply: r.reply,
    repliedAt: r.replied_at,
    /** Since when it is not under the article any more. */
    goneAt: r.gone_at,
  }));

/** A comment as it is kept. Instants in milliseconds. */
export type StoredComment = z.output<typeof row>;

/** How many of an explainer are shown at once. */
const SHOWN = 500;

/**
 * What was read under an article from `at` on. A comment that is there again was not gone; what a person has made of
 * one meanwhile stays until the next look.
 */
export async function keepComments(
  db: Knex,
  delivery: string,
  comments: readonly ReaderComment[],
  at: number,
): Promise<void> {
  for (const { number, author, content, writtenAt, elected, reply } of comments) {
    const seen = {
      author,
      content,
      written_at: writtenAt,
      elected,
      reply: reply?.content ?? null,
      replied_at: reply?.at ?? null,
      gone_at: null,
      seen_at: at,
    };
    await db(TABLES.comments)
      .insert({ id: newId(), delivery, number, ...seen })
      .onConflict(['delivery', 'number'])
      .merge(seen)
      .where(`${TABLES.comments}.seen_at`, '<=', at);
  }
}

/** All comments under an article were read at `at`: those that were not among them are gone. */
export async function missComments(db: Knex, delivery: string, at: number): Promise<void> {
  await db(TABLES.comments)
    .where({ delivery })
    .where('seen_at', '<', at)
    .whereNull('gone_at')
    .update({ gone_at: at, author: null });
}

/** Who wrote what is nobody's business any more once an article is not looked after. */
export async function forgetAuthors(db: Knex, account: string, publishedBefore: number): Promise<void> {
  const old = db(TABLES.wechatArticles)
    .select('delivery')
    .where({ account })
    .where('published_at', '<', publishedBefore);
  await db(TABLES.comments).whereIn('delivery', old).whereNotNull('author').update({ author: null });
}

export async function findComment(db: Knex, id: string): Promise<StoredComment | null> {
  const found: unknown = await db(TABLES.comments).where({ id }).first();
  return found ? row.parse(found) : null;
}

/** The newest comments under these articles, newest first. */
export async function commentsUnder(db: Knex, deliveries: readonly string[]): Promise<readonly StoredComment[]> {
  const rows: unknown = await db(TABLES.comments)
    .whereIn('delivery', [...deliveries])
    .whereNull('gone_at')
    .orderBy('written_at', 'desc')
    .orderBy('id')
    .limit(SHOWN);
  return z.array(row).parse(rows);
}

interface CommentChanges {
  readonly elected?: boolean;
  readonly reply?: string | null;
  readonly replied_at?: number | null;
  readonly gone_at?: number;
  readonly author?: null;
}

/** What a person has made of a comment at `at`. */
export async function changeComment(db: Knex, id: string, changes: CommentChanges, at: number): Promise<void> {
  await db(TABLES.comments)
    .where({ id })
    .update({ ...changes, seen_at: at });
}
