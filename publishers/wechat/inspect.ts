import { HttpFailure, type Inspection, type Io, type Rendition } from '../contract';
import { problem } from '../problems';
import { articlePage, type ArticlePage } from './article-page';
import { wechatConnectionOf } from './connection';
import { markedAddress } from './marker';
import { wechatPayload, type WechatPayload } from './payload';
import { PLATFORM } from './refused';

/** Article pages carry all their scripts with them. Bytes. */
const LONGEST = 8 * 1024 * 1024;
/** Somebody waits in front of the screen. Milliseconds. */
const PATIENCE = 8_000;
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
  const html = await read(url, io);
  if (html === null) return unreadable;
  const page = articlePage(html);
  if (page.gone) return { state: 'different', problem: problem('receipt.gone') };
  if (page.title === null) return unreadable;
  const what = difference(page, wechatPayload.parse(rendition.payload), delivery);
  return what === null ? { state: 'same', url } : { state: 'different', problem: problem('receipt.differs', { what }) };
}

/** The address as it is kept; null unless it is one of an article on that very host. */
function articleAddress(address: string, base: string): string | null {
  if (!URL.canParse(address)) return null;
  const { protocol, host, pathname, search, username, password } = new URL(address);
  const home = new URL(base);
  if (!/^https?:$/.test(protocol) || host !== home.host || username !== '' || password !== '') return null;
  return /^\/s(?:\/|$)/.test(pathname) ? `${home.origin}${pathname}${search}` : null;
}

async function read(url: string, io: Io): Promise<string | null> {
  try {
    const { status, text } = await io.http({ method: 'GET', url, timeout: PATIENCE, longest: LONGEST });
    return status === 200 ? text : null;
  } catch (failure) {
    if (!(failure instanceof HttpFailure)) throw failure;
    return null;
  }
}

function difference({ title, source }: ArticlePage, payload: WechatPayload, delivery: string): string | null {
  const own = payload.title.replace(/\s+/g, ' ').trim();
  if (title !== own) return `标题是“${(title ?? '').slice(0, QUOTED)}”，应是“${own.slice(0, QUOTED)}”`;
  // Image posts have no such link, and whoever posts by hand may leave it out.
  if (source === null || payload.kind === 'newspic') return null;
  if (source === payload.sourceUrl || source === markedAddress(payload.sourceUrl, delivery)) return null;
  return '“阅读原文”通向别的页面或另一次投放';
}
