import { renderToString } from 'preact-render-to-string';
import type { MediaRef, Rendition } from '../contract';
import type { WeiboPost } from './post';

const STYLE = `
:root{color-scheme:light dark;--paper:#f4f3ef;--surface:#fff;--ink:#1c2a33;--muted:#55646e;--rule:#e3dfd5;--accent:#14527a}
@media(prefers-color-scheme:dark){:root{--paper:#10181d;--surface:#18232a;--ink:#e8edf0;--muted:#a5b3bc;--rule:#2a3942;--accent:#7fbce6}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.65 system-ui,"PingFang SC","HarmonyOS Sans SC","MiSans","Noto Sans CJK SC","Microsoft YaHei",sans-serif;line-break:strict}
article{background:var(--surface);border-bottom:1px solid var(--rule);padding:16px}
header{display:flex;gap:12px;align-items:center;margin-bottom:12px}
.mark{flex:none;width:40px;height:40px;border-radius:50%;background:var(--accent);color:var(--surface);display:grid;place-items:center;font-size:18px}
.who{display:block;font-weight:600;line-height:1.3}
.when{color:var(--muted);font-size:14px;line-height:1.4}
p{margin:0;white-space:pre-wrap;overflow-wrap:anywhere}
a{color:var(--accent);text-decoration:none}
a svg{vertical-align:-2px;margin-right:2px}
img{display:block;margin-top:12px;width:100%;max-height:420px;object-fit:cover;border-radius:6px;background:var(--rule)}
footer{display:grid;grid-template-columns:repeat(3,1fr);text-align:center;color:var(--muted);font-size:14px;margin:12px -16px -8px;padding-top:10px;border-top:1px solid var(--rule)}
`;

/** The post as followers see it on a phone; the platform shows its own words in place of the address. */
export function preview(rendition: Rendition<WeiboPost>, mediaUrl: (ref: MediaRef) => string): string {
  const { author, picture } = rendition.payload;
  return `<!doctype html>${renderToString(
    <html lang="zh-Hans">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <title>{`微博预览：${rendition.title}`}</title>
        <style dangerouslySetInnerHTML={{ __html: STYLE }} />
      </head>
      <body>
        <article>
          <header>
            <span class="mark" aria-hidden="true">
              {author.slice(0, 1)}
            </span>
            <span>
              <span class="who">{author}</span>
              <span class="when">刚刚</span>
            </span>
          </header>
          <Text post={rendition.payload} />
          {picture && <img src={mediaUrl(picture)} alt={picture.alt} />}
          <footer aria-hidden="true">
            <span>转发</span>
            <span>评论</span>
            <span>赞</span>
          </footer>
        </article>
      </body>
    </html>,
  )}`;
}

function Text({ post }: { readonly post: WeiboPost }) {
  const [before = '', ...after] = post.status.split(post.link);
  return (
    <p>
      {before}
      <a href={post.link} rel="noreferrer" target="_blank">
        <svg
          width="16"
          height="16"
          viewBox="0 0 16 16"
          fill="none"
          stroke="currentColor"
          stroke-width="1.5"
          aria-hidden="true"
        >
          <path d="M6.5 9.5a3 3 0 0 0 4.2 0l2.1-2.1a3 3 0 0 0-4.2-4.2l-.8.8M9.5 6.5a3 3 0 0 0-4.2 0L3.2 8.6a3 3 0 0 0 4.2 4.2l.8-.8" />
        </svg>
        网页链接
      </a>
      {after.join(post.link)}
    </p>
  );
}
