import type { Frame } from '../frame';
import { explainerPath } from '../state/card';
import type { Withdrawal } from '../state/item';
import { gonePage } from './gone-page';
import type { Withdrawn } from './gone-page';
import { messagePage } from './message-page';

/** What stands where an explainer stood, by the way in which it was taken back. */
export function removalPage(frame: Frame, removal: Withdrawn & Withdrawal): string {
  if (removal.kind === 'gone') return unnamedPage(frame, removal.explainer);
  return removal.to === null ? gonePage(frame, removal) : movedPage(frame, removal.to);
}

/**
 * For web servers that only know files: browsers go on at once, search engines take the canonical address. A server that
 * knows the note answers 301 and never shows this.
 */
function movedPage(frame: Frame, to: string): string {
  const target = explainerPath(to);
  return messagePage(frame, {
    title: '这篇解读换了地址',
    description: '这篇解读换了地址，新的页面会自动打开。',
    path: target,
    mark: '已移动',
    head: <meta http-equiv="refresh" content={`0; url=${target}`} />,
    children: (
      <>
        <p>新的页面会自动打开。没有打开的话，请点下面的链接。</p>
        <ul class="message-ways">
          <li>
            <a href={target}>打开现在的解读</a>
          </li>
        </ul>
      </>
    ),
  });
}

/** Says nothing of what stood here: not even its topic. */
const unnamedPage = (frame: Frame, explainer: string): string =>
  messagePage(frame, {
    title: '这个页面已经不存在',
    description: '这个地址上的内容已经不存在。',
    path: explainerPath(explainer),
    mark: '已移除',
    children: (
      <>
        <p>这个地址上的内容已经移除，不再提供。</p>
        <ul class="message-ways">
          <li>
            <a href="/">回首页看最新解读</a>
          </li>
          <li>
            <a href="/search">查找其他内容</a>
          </li>
        </ul>
      </>
    ),
  });
