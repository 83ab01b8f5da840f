import { decodeEntities } from '../article/decode-entities';
import { compared } from '../compared';
import { HttpFailure, type Io, type ReadBack, type Receipt, type Rendition } from '../contract';
import { problem } from '../problems';
import { wechatApi, type NewsItem, type WechatApi } from './api';
import { articleAddress } from './article-address';
import { MASS_PREFIX } from './confirm-mass';
import { wechatConnectionOf, type WechatConnection } from './connection';
import { isPageTitle } from './is-page-title';
import { isPasted } from './is-pasted';
import { markedAddress } from './marker';
import { wechatPayload, type NewsPayload, type NewspicPayload, type WechatPayload } from './payload';
import { readArticlePage } from './read-article-page';
import { PLATFORM } from './refused';

const ARTICLE_GONE = 53600;

/**
 * Asks the platform for the article and compares title, pictures and link. Words are not compared: how the platform
 * cleans a text is not documented. One of a hundred such questions that a new account may ask each day. What a person
 * published is in no list of the interface, so there the public page is read.
 */
export async function readBack(receipt: Receipt, rendition: Rendition<WechatPayload>, io: Io): Promise<ReadBack> {
  const reach = wechatConnectionOf(io.connection);
  if ('missing' in reach) return { state: 'unknown' };
  if (isPasted(receipt)) return readPage(receipt.id, wechatPayload.parse(rendition.payload), reach.connection, io);
  const api = wechatApi(reach.connection, io);
  try {
    if (receipt.id.startsWith(MASS_PREFIX)) return await readMass(api, receipt.id.slice(MASS_PREFIX.length));
    const payload = wechatPayload.parse(rendition.payload);
    // A video is only ever pushed; then its receipt is that of a mass message.
    return payload.kind === 'mpvideo' ? { state: 'unknown' } : await readArticle(api, receipt.id, payload);
  } catch (failure) {
    if (!(failure instanceof HttpFailure)) throw failure;
    return { state: 'unknown' };
  }
}

/** A page that asks who is there, or that cannot be read, says nothing. */
async function readPage(
  address: string,
  payload: WechatPayload,
  { articleBaseUrl }: WechatConnection,
  io: Io,
): Promise<ReadBack> {
  const url = articleAddress(address, articleBaseUrl);
  const page = url === null ? null : await readArticlePage(url, io);
  if (page?.gone) return gone();
  if (page?.title == null) return { state: 'unknown' };
  return compared('wechat.differs', {
    标题: isPageTitle(page.title, payload.title),
    // Image posts have no such link, and whoever posts by hand may leave it out.
    链接: payload.kind === 'newspic' || page.source === null || leadsTo(page.source, payload.sourceUrl),
  });
}

/** The id of the delivery at its end is not known here. */
const leadsTo = (source: string, address: string): boolean =>
  source === address || source.startsWith(markedAddress(address, ''));

type ArticlePayload = NewsPayload | NewspicPayload;

async function readArticle(api: WechatApi, id: string, payload: ArticlePayload): Promise<ReadBack> {
  const answer = await api.article(id);
  if (answer.type === 'refusal' && answer.code === ARTICLE_GONE) return gone();
  const [item] = answer.type === 'answer' ? answer.value.news_item : [];
  if (!item) return { state: 'unknown' };
  if (item.is_deleted) return gone();
  return compared('wechat.differs', {
    标题: decodeEntities(item.title).trim() === payload.title.trim(),
    图片: hasPictures(item, payload),
    链接: hasLink(item, payload),
  });
}

/** No call gives the article of a mass message; whether it was deleted is all that can be known. */
async function readMass(api: WechatApi, messageId: string): Promise<ReadBack> {
  const answer = await api.massState(messageId);
  return answer.type === 'answer' && answer.value.msg_status.toUpperCase() === 'DELETE' ? gone() : { state: 'unknown' };
}

const gone = (): ReadBack => ({ state: 'gone', problem: problem('delivery.removed-by-platform', PLATFORM) });

/** Image posts come back without their pictures; then the cover, the first of them, speaks for all. */
const hasPictures = ({ thumb_url: cover, content }: NewsItem, payload: ArticlePayload): boolean =>
  cover !== '' && (payload.kind === 'newspic' || countOf(content) === countOf(payload.contentHtml));

const countOf = (html: string): number => html.match(/<img\b/gi)?.length ?? 0;

/** The id of the delivery at its end is not known here; that there is one is proof enough. */
function hasLink({ content_source_url: source, content }: NewsItem, { kind, sourceUrl }: ArticlePayload): boolean {
  const beginning = markedAddress(sourceUrl, '');
  return kind === 'news' ? source.startsWith(beginning) && source !== beginning : content.includes(beginning);
}
