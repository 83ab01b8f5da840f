import type { ComponentChildren } from 'preact';
import type { Context } from '../context';
import { notFound, type Reply } from '../http/reply';
import type { WeiboStatus } from '../state';
import { SCREEN_NAME } from '../weibo/status-object';
import { pageReply } from './document';
import { pictureAddress } from './pictures';
import { REFRESH_SCRIPT } from './refresh-script';
import { PHONE_STYLE } from './style';
import { timeText } from './time-text';

const STYLE = `${PHONE_STYLE}
.phone-page{background:var(--paper)}
.account{background:var(--surface);border-bottom:1px solid var(--rule)}
.posts{display:grid;gap:8px;padding:8px 0 48px}
.post{background:var(--surface);padding:16px 16px 0}
.post header{display:flex;gap:12px;align-items:center;margin-bottom:12px}
.post .avatar{width:40px;height:40px;font-size:18px}
.post h2{font-size:16px;line-height:1.4;font-weight:600}
.post header p{color:var(--muted);font-size:14px;line-height:1.4}
.post header a{color:inherit}
.words{white-space:pre-wrap;overflow-wrap:anywhere;line-height:1.7}
.picture{margin-top:12px;border-radius:6px;max-height:360px;max-width:100%;border:1px solid var(--rule)}
.acts{display:grid;grid-template-columns:repeat(3,1fr);margin-top:12px;border-top:1px solid var(--rule);color:var(--muted);
font-size:14px;line-height:40px;text-align:center}
`;

/** The account's posts in the phone, newest first. */
export function weiboTimeline(context: Context): Reply {
  const posts = context.store.state.statuses.filter((one) => one.shown).reverse();
  return weiboPage(
    context,
    '微博',
    posts.length === 0 ? (
      <p class="empty">还没有微博。发布后会自动出现在这里。</p>
    ) : (
      <div class="posts">
        {posts.map((one) => (
          <Post context={context} status={one} key={one.mid} />
        ))}
      </div>
    ),
  );
}

/** One post by its id. */
export function weiboPost(context: Context, mid: string): Reply {
  const status = findStatus(context, mid);
  if (!status) return notFound;
  return weiboPage(
    context,
    '微博正文',
    <div class="posts">
      <Post context={context} status={status} />
    </div>,
  );
}

export const findStatus = (context: Context, mid: string): WeiboStatus | undefined =>
  context.store.state.statuses.find((one) => one.shown && one.mid === mid);

const weiboPage = (context: Context, title: string, posts: ComponentChildren): Reply =>
  pageReply({
    title,
    style: STYLE,
    script: REFRESH_SCRIPT,
    body: (
      <main class="phone-page">
        <div class="sandbox-mark">沙盒 · 不是真实平台</div>
        <header class="account">
          <div class="avatar">云</div>
          <div>
            <h1>{SCREEN_NAME}</h1>
            <p>云澜市人民政府办公室 · 微博</p>
          </div>
        </header>
        <div data-live={`posts-${context.settings.weiboUid}`}>{posts}</div>
      </main>
    ),
  });

function Post({ context, status }: { context: Context; status: WeiboStatus }) {
  return (
    <article class="post">
      <header>
        <div class="avatar">云</div>
        <div>
          <h2>{SCREEN_NAME}</h2>
          <p>
            <a href={`/phone/weibo/${status.mid}`}>
              <time>{timeText(status.visibleAt, context.now().getTime())}</time>
            </a>
            {` · 来自 ${status.byApp ? '政务发布' : '网页版'}`}
          </p>
        </div>
      </header>
      <p class="words">{linkedText(status)}</p>
      {status.picture !== null && <img class="picture" src={pictureAddress(status.picture)} alt="" />}
      <p class="acts">
        <span>转发</span>
        <span>评论</span>
        <span>赞</span>
      </p>
    </article>
  );
}

/** Short links read 网页链接, as readers see them, and lead to the long address. */
function linkedText(status: WeiboStatus): ComponentChildren {
  return status.text.split(/(http:\/\/t\.cn\/\w+)/).map((part) => {
    const long = status.links[part];
    if (long === undefined) return part;
    return (
      <a href={long} target="_blank" rel="noopener noreferrer" title={long} key={part}>
        网页链接
      </a>
    );
  });
}
