import { compared } from '../compared';
import type { Io, ReadBack, Receipt, Rendition } from '../contract';
import { problem } from '../problems';
import { hasTitle } from '../website/page-parts';
import { publicPage } from '../website/public-page';
import { broadcastConnectionOf } from './connection';
import { marked } from './hashtag';
import { isMarkedPage, readPageMark } from './page-mark';
import { readRoom } from './room-store';
import type { Script } from './script';

/**
 * Fetches the page of the room as a reader would. Its words grow and may be corrected, so they are compared with what
 * the desk wrote last, byte by byte; where that is not known, title, hashtag and link must be there.
 */
export async function readBack(receipt: Receipt, rendition: Rendition<Script>, io: Io): Promise<ReadBack> {
  const reach = broadcastConnectionOf(io.connection);
  if (receipt.url === null || 'missing' in reach) return { state: 'unknown' };
  const { siteStateDir } = reach.connection;
  const before = await readPageMark(siteStateDir, receipt.id);
  const page = await publicPage(receipt.url, io);
  if ('readBack' in page) return page.readBack;

  const { html } = page;
  const known = before !== null && isMarkedPage(before, html);
  const room = await readRoom(siteStateDir, receipt.id);
  const isWithdrawn = room?.stage === 'withdrawn';
  if (isWithdrawn && (known || before === null)) return { state: 'gone', problem: problem('broadcast.withdrawn') };
  if (known) return { state: 'same' };
  const after = await readPageMark(siteStateDir, receipt.id);
  // The desk went on while we looked.
  if (after?.hash !== before?.hash) return { state: 'unknown' };
  const parts = compared('broadcast.differs', partsOf(html, rendition.payload));
  return parts.state === 'different' || before === null ? parts : compared('broadcast.differs', { 直播内容: false });
}

const partsOf = (html: string, { title, hashtag, explainer }: Script) => ({
  标题: hasTitle(html, title),
  话题: html.includes(marked(hashtag)),
  链接: html.includes(`href="/explainers/${explainer}/"`),
});
