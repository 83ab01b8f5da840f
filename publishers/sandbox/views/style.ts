/** Colours and type of the product, and the few shapes that the sandbox's pages share. */
export const BASE_STYLE = `
:root{color-scheme:light dark;--paper:#FBFAF6;--surface:#fff;--ink:#1C2A33;--muted:#55646E;--rule:#E3DFD5;--accent:#14527A;
--soft:#E6EFF5;--seal:#B3261E;--jade:#1F6B4F;--amber:#8A5A00;--amber-soft:#F7EEDB;
--serif:"Source Han Serif SC","Noto Serif CJK SC","Songti SC",serif;
--sans:system-ui,"PingFang SC","HarmonyOS Sans SC","MiSans","Noto Sans CJK SC","Microsoft YaHei",sans-serif}
@media (prefers-color-scheme:dark){:root{--paper:#10181D;--surface:#18232A;--ink:#E8EDF0;--muted:#A5B3BC;--rule:#2A3942;
--accent:#7FBCE6;--soft:#1D3240;--seal:#FF9B8C;--jade:#7CCBA6;--amber:#E0B15C;--amber-soft:#33291A}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.6 var(--sans);line-break:strict}
a{color:var(--accent);text-decoration:none}
a:hover{text-decoration:underline}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
h1,h2,h3,p,ul,ol{margin:0;padding:0}
ul,ol{list-style:none}
img{display:block;max-width:100%}
time,.figures{font-variant-numeric:tabular-nums}
.sandbox-mark{background:var(--amber-soft);color:var(--amber);font-size:14px;line-height:28px;text-align:center}
.avatar{flex:none;width:56px;height:56px;border-radius:50%;background:var(--accent);color:var(--paper);
display:grid;place-items:center;font:600 24px/1 var(--serif)}
.empty{padding:72px 32px;text-align:center;color:var(--muted);font-size:14px}
`;

export const PHONE_STYLE = `
.phone-page{max-width:480px;min-height:100vh;margin:0 auto;background:var(--surface)}
.account{display:flex;gap:16px;align-items:center;padding:24px 20px 20px}
.account h1{font:600 18px/1.4 var(--sans)}
.account p{color:var(--muted);font-size:14px}
`;

export const DESK_STYLE = `
.desk{max-width:1240px;margin:0 auto;padding:32px 24px 64px}
.desk-head{display:flex;flex-wrap:wrap;gap:8px 32px;align-items:end;justify-content:space-between;margin-bottom:32px}
.desk-head h1{font:600 28px/1.3 var(--serif)}
.desk-head p{color:var(--muted);max-width:48em;margin-top:4px}
.desk-head nav{display:flex;gap:24px}
.desk-head [aria-current]{color:var(--ink);font-weight:600}
.tag{display:inline-block;padding:0 8px;border:1px solid currentColor;border-radius:6px;color:var(--amber);
font:400 14px/22px var(--sans);vertical-align:middle;margin-left:12px}
.phone{width:387px;max-width:100%}
.phone iframe{display:block;width:100%;height:740px;border:6px solid var(--surface);border-radius:36px;background:var(--surface);
outline:1px solid var(--rule);box-shadow:0 8px 32px rgb(28 42 51/.08)}
.phone h2{font:600 16px/1.5 var(--sans);margin-bottom:12px;padding-left:4px;display:flex;justify-content:space-between}
.phone h2 a{font-weight:400;font-size:14px}
`;
