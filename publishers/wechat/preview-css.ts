/** The app around an article, as plain as it is there. Sized for a frame of 375 CSS pixels. */
export const PREVIEW_CSS = `
*{box-sizing:border-box}
body{margin:0;background:#fff;font-family:system-ui,-apple-system,"PingFang SC","HarmonyOS Sans SC","MiSans","Noto Sans CJK SC","Microsoft YaHei",sans-serif;color:rgba(0,0,0,.9);-webkit-text-size-adjust:100%}
img{max-width:100%}
.card{margin:16px;border:1px solid #e5e5e5;border-radius:6px;overflow:hidden}
.cover{aspect-ratio:2.35;overflow:hidden;background:#f2f2f2}
.cover img{display:block;max-width:none;width:100%;min-height:100%;object-fit:cover}
.audience{margin:16px 16px 0;font-size:14px;color:#8A5A00}
.card video{display:block;width:100%;background:#000}
.card p{margin:0;padding:12px 14px;font-size:16px;line-height:1.5}
.digest{margin:0 16px 16px;padding-bottom:16px;font-size:13px;line-height:1.6;color:#576b76;border-bottom:8px solid #f2f2f2}
article{max-width:677px;margin:0 auto;padding:20px 16px 32px}
h1{margin:0 0 14px;font-size:22px;line-height:1.4;font-weight:500}
.by{display:flex;flex-wrap:wrap;gap:4px 10px;margin:0 0 22px;font-size:15px;color:rgba(0,0,0,.3)}
.by a{color:#576b95}
.foot{display:flex;gap:24px;margin:32px 0 0;font-size:15px;color:rgba(0,0,0,.4)}
.foot span:first-child{color:#576b95}
.pictures{padding-top:0}
.strip{display:flex;overflow-x:auto;margin:0 -16px 18px;scroll-snap-type:x mandatory;background:#f7f7f7}
.strip figure{position:relative;flex:0 0 100%;margin:0;scroll-snap-align:start}
.strip img{display:block;width:100%;max-height:500px;object-fit:contain}
.strip figcaption{position:absolute;right:12px;top:12px;padding:2px 10px;font-size:12px;color:#fff;background:rgba(0,0,0,.5);border-radius:12px}
.text{margin:0;font-size:16px;line-height:1.7;white-space:pre-wrap;word-break:break-word}
`.trim();
