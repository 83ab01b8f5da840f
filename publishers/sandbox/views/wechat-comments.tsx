import type { Context } from '../context';
import { timeText } from './time-text';
import type { FoundArticle } from './wechat-article';

export const COMMENTS_STYLE = `
.comments{padding:0 16px 32px}
.comments h2{font-size:16px;font-weight:600;padding-top:20px;border-top:1px solid var(--rule)}
.comments li{padding:12px 0;font-size:16px;line-height:1.6;overflow-wrap:anywhere}
.comments p{color:var(--muted);font-size:14px}
.comments .reply{margin-top:6px;padding:6px 10px;background:var(--soft);color:inherit}
`;

/** Readers see the comments that the account has elected, with its answers. */
export function Comments({ context, found }: { context: Context; found: FoundArticle }) {
  const { publication, article } = found;
  const index = publication.articles.indexOf(article);
  const elected = context.store.state.comments.filter(
    (one) => one.msgDataId === publication.msgDataId && one.index === index && one.elected && one.removed === null,
  );
  if (elected.length === 0) return null;
  return (
    <section class="comments">
      <h2>{`精选留言 ${elected.length}`}</h2>
      <ul>
        {elected.toReversed().map(({ id, at, content, reply }) => (
          <li key={id}>
            <p>{`读者 · ${timeText(at, context.now().getTime())}`}</p>
            {content}
            {reply && <p class="reply">{`作者：${reply.content}`}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}
