import type { ComponentChildren, VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { accentStyle } from './accent-style';
import { assetUrl } from './assets';
import { ELDER_STYLE } from './elder-style';
import { FeedLinks } from './feeds/feed-links';
import { breadcrumb } from './json-ld/breadcrumb';
import { JsonLd } from './parts/json-ld';
import { SiteFooter } from './parts/site-footer';
import { SiteHeader } from './parts/site-header';
import type { SiteIdentity } from './settings';

export interface Crumb {
  readonly title: string;
  readonly href: string;
}

export interface ShellPage {
  /** As on the page; the name of the site is added for the browser's tab. */
  readonly title: string;
  readonly description: string;
  /** From the root, e.g. `/explainers/abc/`. */
  readonly path: string;
  /** Public address without a trailing slash. */
  readonly siteUrl: string;
  readonly site: SiteIdentity;
  /** More elements for the head: JSON-LD, OpenGraph, alternate links. */
  readonly head?: VNode;
  /** Column and article marks, e.g. `PubDate`; the marks of the site are added by the shell. Empty values are left out. */
  readonly meta?: Readonly<Record<string, string>>;
  /** From the home page down to the parent; empty on the home page. */
  readonly breadcrumb: readonly Crumb[];
  readonly main: ComponentChildren;
  readonly bodyClass?: string;
  /** Names of assets (`gallery.js`) or addresses from the root; loaded after the page, never needed to read it. */
  readonly scripts?: readonly string[];
}

/**
 * A complete HTML document with everything that each page of the site has: head marks, header, place line, footer.
 *
 * `early.js` is the one script that blocks: it applies the reader's kept choices before the first paint. It is a file
 * and not inline so that a strict Content-Security-Policy (`script-src 'self'`) holds.
 */
export function shell(page: ShellPage): string {
  return `<!doctype html>\n${renderToString(<Document {...page} />)}\n`;
}

function Document(page: ShellPage) {
  const { site } = page;
  const tab = page.title === site.name ? site.name : `${page.title}－${site.name}`;
  const marks = { SiteName: site.name, SiteDomain: site.domain, SiteIDCode: site.idCode, ...page.meta };
  const accent = accentStyle(site);
  const scripts = ['site.js', 'leave.js', ...(page.scripts ?? [])];
  return (
    <html lang="zh-Hans">
      <head>
        <meta charset="utf-8" />
        <title>{tab}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="description" content={page.description} />
        {Object.entries(marks)
          .filter(([, value]) => value !== '')
          .map(([name, value]) => (
            <meta key={name} name={name} content={value} />
          ))}
        <meta name="color-scheme" content="light dark" />
        <meta name="theme-color" content="#FBFAF6" media="(prefers-color-scheme: light)" />
        <meta name="theme-color" content="#10181D" media="(prefers-color-scheme: dark)" />
        <meta name="format-detection" content="telephone=no" />
        <link rel="canonical" href={`${page.siteUrl}${page.path}`} />
        <script src={assetUrl('early.js')} />
        <link rel="stylesheet" href={assetUrl('site.css')} />
        {accent && <link rel="stylesheet" href={accent.url} />}
        <noscript>
          <link rel="stylesheet" href={ELDER_STYLE} />
        </noscript>
        <FeedLinks title={site.name} path="/" />
        <link rel="icon" href={FAVICON} />
        {page.head}
        {page.breadcrumb.length > 0 && (
          <JsonLd data={breadcrumb(page.siteUrl, [...page.breadcrumb, { title: page.title, href: page.path }])} />
        )}
        {scripts.map((name) => (
          <script key={name} src={name.startsWith('/') ? name : assetUrl(name)} defer />
        ))}
      </head>
      <body class={page.bodyClass}>
        <a class="skip" href="#main">
          跳到正文
        </a>
        {site.demo && (
          <aside class="demo-strip" aria-label="关于本站数据">
            <strong>演示数据</strong> 本站的机构、人物和本地文件均为虚构
          </aside>
        )}
        <SiteHeader site={site} path={page.path} />
        {page.breadcrumb.length > 0 && (
          <nav class="crumbs" aria-label="当前位置">
            <ol>
              {page.breadcrumb.map((crumb) => (
                <li key={crumb.href}>
                  <a href={crumb.href}>{crumb.title}</a>
                </li>
              ))}
              <li aria-current="page">{page.title}</li>
            </ol>
          </nav>
        )}
        <main id="main" tabIndex={-1}>
          {page.main}
        </main>
        <SiteFooter site={site} />
      </body>
    </html>
  );
}

/** A sheet of paper with one marked line: ours, and nothing like an emblem. Inline, so that it costs no request. */
const FAVICON =
  'data:image/svg+xml,' +
  encodeURIComponent(
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><path fill="#14527A" d="M6 2h14l6 6v22H6z"/>' +
      '<path fill="#fff" d="M10 12h12v2H10zm0 10h12v2H10zm0-5h8v2h-8z"/></svg>',
  );
