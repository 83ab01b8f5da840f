import { z } from 'zod';
import type { Context } from '../context';
import { randomId } from '../ids';

/** What a reader does under an article: writes a comment, or takes one back. */
export const readerDeed = z.union([
  z.strictObject({
    /** `article_id`, `msg_data_id`, or the last part of the public address. */
    article: z.string(),
    content: z.string().min(1),
    openid: z.string().optional(),
  }),
  z.strictObject({ takeBack: z.number().int() }),
]);
export type ReaderDeed = z.infer<typeof readerDeed>;

/** @returns the number of the comment; null where there is no such article or comment, or its comments are closed */
export function readerComment({ store, now }: Context, deed: ReaderDeed): number | null {
  const { state, changed } = store;
  if ('takeBack' in deed) {
    const comment = state.comments.find(({ id, removed }) => id === deed.takeBack && removed === null);
    if (!comment) return null;
    comment.removed = 'by-reader';
    changed();
    return comment.id;
  }
  for (const { articleId, msgDataId, articles } of state.publications) {
    const named = deed.article === articleId || deed.article === msgDataId;
    const index = named ? 0 : articles.findIndex(({ slug }) => slug === deed.article);
    const article = articles[index];
    if (!article) continue;
    if (article.need_open_comment === 0 || article.deleted) return null;
    const id = state.comments.length + 1;
    const openid = deed.openid ?? `oReader${randomId(21)}`;
    const { content } = deed;
    state.comments.push({
      id,
      msgDataId,
      index,
      openid,
      content,
      at: now().getTime(),
      elected: false,
      reply: null,
      removed: null,
    });
    changed();
    return id;
  }
  return null;
}
