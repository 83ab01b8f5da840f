import type { Inspection, Io, Rendition } from '../contract';
import { problem } from '../problems';
import { articleAddress } from './article-address';
import type { ArticlePage } from './article-page';
import { wechatConnectionOf } from './connection';
import { markedAddress } from './marker';
import { wechatPayload, type WechatPayload } from './payload';
import { readArticlePage } from './read-article-page';
import { PLATFORM } from './refused';
import { isPageTitle } from './is-page-title';

/** Longest piece of a foreign title that is quoted. */
const QUOTED = 40;

/**
 * Whether the page at an address that a person gave is the article that was signed: by its title, and by our marker
 * behind “阅读原文” where the page shows it. Only the host of articles is ever asked.
 */
export async function inspect(
  address: string,
  rendition: Rendition<WechatPayload>,
  io: Io,
  delivery: string,
): Promise<Inspection> {
  const unreadable: Inspection = { state: 'unreadable', problem: problem('receipt.unreadable') };
  const reach = wechatConnectionOf(io.connection);
  if ('missing' in reach) return unreadable;
  const { articleBaseUrl } = reach.connection;
  const url = articleAddress(address, articleBaseUrl);
  if (url === null) {
    const host = new URL(articleBaseUrl).host;
    return { state: 'different', problem: problem('receipt.not-article', { ...PLATFORM, host }) };
  }
  const page = await readArticlePage(url, io);
  if (page === null) return unreadable;
  if (page.gone) return { state: 'different', problem: problem('receipt.gone') };
  if (page.title === null) return unreadable;
  const what = difference(page, wechatPayload.parse(rendition.payload), delivery);
  return what === null ? { state: 'same', url } : { state: 'different', problem: problem('receipt.differs', { what }) };
}

function difference({ title, source }: ArticlePage, payload: WechatPayload, delivery: string): string | null {
  if (!isPageTitle(title, payload.title))
    return `标题是“${(title ?? '').slice(0, QUOTED)}”，应是“${payload.title.trim().slice(0, QUOTED)}”`;
  // Image posts have no such link, and whoever posts by hand may leave it out.
  if (source === null || payload.kind === 'newspic') return null;
  if (source === payload.sourceUrl || source === markedAddress(payload.sourceUrl, delivery)) return null;
  return '“阅读原文”通向别的页面或另一次投放';
}
