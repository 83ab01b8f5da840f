import type { Context } from '../context';

/** The articles that a reader may choose from. */
const SHOWN = 20;

/** What a reader writes under an article of the account. */
export function ReaderForm({ context }: { context: Context }) {
  const { scenarios, store } = context;
  const open = store.state.publications
    .flatMap(({ articles }) => articles)
    .filter((one) => one.need_open_comment === 1 && !one.deleted)
    .slice(-SHOWN)
    .reverse();
  return (
    <section>
      <h2>读者留言</h2>
      <p>
        {scenarios.comments
          ? '以读者的身份，在打开了留言的文章下写一条。'
          : '这个公众号没有留言功能；在“情形”里开通后才能打开留言。'}
      </p>
      <form data-path="/_comments">
        <label>
          <span>文章</span>
          <select name="article">
            {open.map(({ slug, title }) => (
              <option value={slug} key={slug}>
                {title}
              </option>
            ))}
          </select>
        </label>
        <label>
          <span>留言</span>
          <input name="content" maxLength={600} required />
        </label>
        <button type="submit" disabled={open.length === 0}>
          写留言
        </button>
      </form>
      {open.length === 0 && <p class="empty">还没有打开了留言的文章。</p>}
    </section>
  );
}
