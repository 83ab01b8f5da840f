import { z } from 'zod';
import type { Context } from '../context';

/** What somebody with access to the account, or an attacker, makes of something that is public. */
export const alteration = z.object({
  /** article_id or mid. */
  id: z.string(),
  /** Of an article. */
  title: z.string().optional(),
  /** HTML of an article, text of a post. */
  text: z.string().optional(),
  /** Source link of an article (阅读原文). */
  link: z.string().optional(),
  /** Takes the cover of an article or the picture of a post away. */
  picture: z.literal('none').optional(),
  deleted: z.boolean().default(false),
});
export type Alteration = z.input<typeof alteration>;

/** Changes the first article of a publication, or a post, past the platform's interfaces; false when there is none. */
export function alter({ store }: Context, input: Alteration): boolean {
  const { id, title, text, link, picture, deleted } = alteration.parse(input);
  const { state } = store;
  const article = state.publications.find(({ articleId }) => articleId === id)?.articles[0];
  const post = state.statuses.find(({ mid }) => mid === id);
  if (article) {
    article.title = title ?? article.title;
    article.content = text ?? article.content;
    article.content_source_url = link ?? article.content_source_url;
    article.cover = picture === undefined ? article.cover : null;
    article.deleted ||= deleted;
  }
  if (post) {
    post.text = text ?? post.text;
    post.picture = picture === undefined ? post.picture : null;
    if (deleted) state.statuses = state.statuses.filter((other) => other !== post);
  }
  store.changed();
  return article !== undefined || post !== undefined;
}
