import { renderToString } from 'preact-render-to-string';
import type { MediaRef, Rendition } from '../contract';
import { clock } from '../website/china-time';
import { marked } from './hashtag';
import { KIND_TITLES } from './kinds';
import type { Script, ScriptedUpdate } from './script';

const STYLE = `
:root{color-scheme:light dark;--paper:#fbfaf6;--ink:#1c2a33;--muted:#55646e;--rule:#e3dfd5;--accent:#14527a}
@media(prefers-color-scheme:dark){:root{--paper:#10181d;--ink:#e8edf0;--muted:#a5b3bc;--rule:#2a3942;--accent:#7fbce6}}
*{box-sizing:border-box}
body{margin:0;padding:16px;background:var(--paper);color:var(--ink);font:16px/1.7 system-ui,"PingFang SC","HarmonyOS Sans SC","MiSans","Noto Sans CJK SC","Microsoft YaHei",sans-serif;line-break:strict}
h1{margin:0 0 4px;font:600 22px/1.4 "Source Han Serif SC","Noto Serif CJK SC","Songti SC",serif}
header p{margin:0;color:var(--muted);font-size:14px}
ol{list-style:none;margin:16px 0 0;padding:0}
li{display:grid;grid-template-columns:52px 1fr;gap:12px;padding:12px 0;border-top:1px solid var(--rule)}
time{color:var(--muted);font-size:14px;line-height:1.95;font-variant-numeric:tabular-nums}
.mark{margin:0;color:var(--muted);font-size:14px}
.mark b{color:var(--accent);font-weight:600;margin-right:8px}
.text{margin:2px 0 0;white-space:pre-wrap;overflow-wrap:anywhere}
img{display:block;max-width:100%;max-height:220px;margin-top:8px;border-radius:6px;border:1px solid var(--rule)}
`;

/** The script in the order in which it will be said, with times relative to the start. */
export function preview({ payload, title }: Rendition<Script>, mediaUrl: (ref: MediaRef) => string): string {
  const { updates, secondsBetween } = payload;
  return `<!doctype html>${renderToString(
    <html lang="zh-Hans">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <title>{`直播稿预览：${title}`}</title>
        <style dangerouslySetInnerHTML={{ __html: STYLE }} />
      </head>
      <body>
        <header>
          <h1>{title}</h1>
          <p>
            {marked(payload.hashtag)} 共 {updates.length} 条，每 {secondsBetween} 秒一条，约{' '}
            {Math.max(1, Math.round((updates.length * secondsBetween) / 60))} 分钟
          </p>
        </header>
        <ol>
          {updates.map((update, index) => (
            <Line key={update.after} update={update} number={index + 1} mediaUrl={mediaUrl} />
          ))}
        </ol>
      </body>
    </html>,
  )}`;
}

interface LineProps {
  readonly update: ScriptedUpdate;
  readonly number: number;
  readonly mediaUrl: (ref: MediaRef) => string;
}

function Line({ update: { after, kind, speaker, text, images }, number, mediaUrl }: LineProps) {
  return (
    <li>
      <time>+{clock(after)}</time>
      <div>
        <p class="mark">
          <b>{number}</b>
          {KIND_TITLES[kind]}
          {speaker && ` · ${speaker}`}
        </p>
        <p class="text">{text}</p>
        {images.map((image) => (
          <img key={image.id} src={mediaUrl(image)} alt={image.alt} />
        ))}
      </div>
    </li>
  );
}
