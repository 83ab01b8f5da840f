import { DARK_ATTRIBUTE } from './dark-mode';

/** The app around an article, as plain as it is there. Sized for a frame of 375 CSS pixels. */
const APP = `
*{box-sizing:border-box}
body{margin:0;background:var(--page);font-family:system-ui,-apple-system,"PingFang SC","HarmonyOS Sans SC","MiSans","Noto Sans CJK SC","Microsoft YaHei",sans-serif;color:var(--text);-webkit-text-size-adjust:100%}
img{max-width:100%}
.switch{position:sticky;top:0;z-index:1;display:flex;align-items:center;justify-content:flex-end;gap:6px;padding:8px 16px;font-size:14px;color:var(--quiet);background:var(--bar);border-bottom:1px solid var(--line);cursor:pointer}
.switch input{margin:0}
.card{margin:16px;border:1px solid var(--line);border-radius:6px;overflow:hidden}
.cover{aspect-ratio:2.35;overflow:hidden;background:var(--bar)}
.cover img{display:block;max-width:none;width:100%;min-height:100%;object-fit:cover}
.audience{margin:16px 16px 0;font-size:14px;color:var(--amber)}
.card video{display:block;width:100%;background:#000}
.card p{margin:0;padding:12px 14px;font-size:16px;line-height:1.5}
.digest{margin:0 16px 16px;padding-bottom:16px;font-size:14px;line-height:1.6;color:var(--quiet);border-bottom:8px solid var(--bar)}
article{max-width:677px;margin:0 auto;padding:20px 16px 32px;overflow-wrap:break-word}
h1{margin:0 0 14px;font-size:22px;line-height:1.4;font-weight:500}
.by{display:flex;flex-wrap:wrap;gap:4px 10px;margin:0 0 22px;font-size:15px;color:var(--faint)}
.by a{color:var(--name)}
.foot{display:flex;gap:24px;margin:32px 0 0;font-size:15px;color:var(--faint)}
.foot span:first-child{color:var(--name)}
.pictures{padding-top:0}
.strip{display:flex;overflow-x:auto;margin:0 -16px 18px;scroll-snap-type:x mandatory;background:var(--bar)}
.strip figure{position:relative;flex:0 0 100%;margin:0;scroll-snap-align:start}
.strip img{display:block;width:100%;max-height:500px;object-fit:contain}
.strip figcaption{position:absolute;right:12px;top:12px;padding:2px 10px;font-size:12px;color:#fff;background:rgba(0,0,0,.5);border-radius:12px}
.text{margin:0;font-size:16px;line-height:1.7;white-space:pre-wrap;word-break:break-word}
`.trim();

const LIGHT =
  '--page:#fff;--text:rgba(0,0,0,.9);--quiet:rgba(0,0,0,.55);--faint:rgba(0,0,0,.4);--line:rgba(0,0,0,.1);--bar:#f7f7f7;--name:#576b95;--amber:#8A5A00';
const DARK =
  '--page:#191919;--text:#a3a3a3;--quiet:rgba(255,255,255,.55);--faint:rgba(255,255,255,.4);--line:rgba(255,255,255,.1);--bar:#232323;--name:#7d90a9;--amber:#E0B15C';

/** Looked at in this scheme by choice, or in the other one with the box ticked. */
const when = (scheme: 'light' | 'dark', selector: string, css: string): string => {
  const other = scheme === 'light' ? 'dark' : 'light';
  return `@media(prefers-color-scheme:${scheme}){:root:not(:has(#other:checked))${selector}{${css}}}@media(prefers-color-scheme:${other}){:root:has(#other:checked)${selector}{${css}}}`;
};

/** @param rules of the dark mode, by number, see dark-mode.ts */
export const previewCss = (rules: readonly string[]): string =>
  [
    when('light', '', LIGHT),
    when('dark', '', DARK),
    APP,
    when('light', ' .switch span::before', 'content:"看深色模式"'),
    when('dark', ' .switch span::before', 'content:"看浅色模式"'),
    ...rules.map((rule, number) => when('dark', ` [${DARK_ATTRIBUTE}="${number}"]`, rule)),
  ].join('\n');
