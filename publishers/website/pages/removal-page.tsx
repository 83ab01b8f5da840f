import type { Frame } from '../frame';
import { shell } from '../shell';
import { explainerPath } from '../state/card';
import type { Withdrawal } from '../state/item';
import { gonePage } from './gone-page';
import type { Withdrawn } from './gone-page';

/** What stands where an explainer stood, by the way in which it was taken back. */
export function removalPage(frame: Frame, removal: Withdrawn & Withdrawal): string {
  if (removal.kind === 'gone') return unnamedPage(frame, removal.explainer);
  return removal.to === null ? gonePage(frame, removal) : movedPage(frame, removal.to);
}

/**
 * For web servers that only know files: browsers go on at once, search engines take the canonical address. A server that
 * knows the note answers 301 and never shows this.
 */
function movedPage({ site, siteUrl }: Frame, to: string): string {
  const target = explainerPath(to);
  return shell({
    title: '这篇解读换了地址',
    description: '这篇解读换了地址，新的页面会自动打开。',
    path: target,
    siteUrl,
    site,
    head: <meta http-equiv="refresh" content={`0; url=${target}`} />,
    breadcrumb: [{ title: '首页', href: '/' }],
    bodyClass: 'page-message',
    main: (
      <section class="message">
        <p class="message-mark">已移动</p>
        <h1>这篇解读换了地址</h1>
        <p>新的页面会自动打开。没有打开的话，请点下面的链接。</p>
        <ul class="message-ways">
          <li>
            <a href={target}>打开现在的解读</a>
          </li>
        </ul>
      </section>
    ),
  });
}

/** Says nothing of what stood here: not even its topic. */
function unnamedPage({ site, siteUrl }: Frame, explainer: string): string {
  return shell({
    title: '这个页面已经不存在',
    description: '这个地址上的内容已经不存在。',
    path: explainerPath(explainer),
    siteUrl,
    site,
    head: <meta name="robots" content="noindex" />,
    breadcrumb: [{ title: '首页', href: '/' }],
    bodyClass: 'page-message',
    main: (
      <section class="message">
        <p class="message-mark">410</p>
        <h1>这个页面已经不存在</h1>
        <p>这个地址上的内容已经移除，不再提供。</p>
        <ul class="message-ways">
          <li>
            <a href="/">回首页看最新解读</a>
          </li>
          <li>
            <a href="/search">查找其他内容</a>
          </li>
        </ul>
      </section>
    ),
  });
}
