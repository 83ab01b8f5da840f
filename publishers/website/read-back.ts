import { compared } from '../compared';
import { HttpFailure, type Io, type ReadBack, type Receipt, type Rendition } from '../contract';
import { problem } from '../problems';
import { hasCanonical, hasTitle } from './page-parts';
import { pageHash } from './page-hash';
import { sitePayload, type SitePayload } from './payload';
import { placesOf } from './places';
import { publicPage } from './public-page';
import { readReceiptId } from './receipt';
import { readItem, type Item } from './state/item';
import { isPageOf } from './state/redrawn';

const MEDIA = /media:([0-9a-f]{64})/g;
const MISSING: readonly number[] = [404, 410];

/**
 * Fetches the page as a reader would. Where the site remembers what it wrote, every byte counts, so that a page altered
 * behind our back (网页篡改) is found; elsewhere title, pictures and link do.
 */
export async function readBack(receipt: Receipt, rendition: Rendition<SitePayload>, io: Io): Promise<ReadBack> {
  if (receipt.url === null) return { state: 'unknown' };
  const before = await keptOf(receipt, io);
  if (before && isOvertaken(before, receipt)) return { state: 'same' };
  const page = await publicPage(receipt.url, io);
  if ('readBack' in page) return isWithdrawn(before) && page.readBack.state === 'gone' ? withdrawn() : page.readBack;

  const { html } = page;
  const payload = sitePayload.parse(rendition.payload);
  if (!before || before.publications.length === 0)
    return compared('website.differs', partsOf(html, payload, rendition.canonicalUrl));
  if (await isPageOf(placesOf(io), before, pageHash(html)))
    return (await isCoverMissing(html, payload, io)) ? lacksPicture() : { state: 'same' };
  if (isWithdrawn(before)) return withdrawn();
  // Whoever is writing the page at this moment is waited for: what they change is no forgery.
  const after = await io.exclusive('site', () => keptOf(receipt, io));
  if (JSON.stringify(after) !== JSON.stringify(before)) return { state: 'unknown' };
  const parts = compared('website.differs', partsOf(html, payload, rendition.canonicalUrl));
  return parts.state === 'different' ? parts : compared('website.differs', { 正文或页面代码: false });
}

/** What the site remembers; null for a receipt that it did not give, and where its state cannot be reached. */
async function keptOf({ id }: Receipt, io: Io): Promise<Item | null> {
  const named = readReceiptId(id);
  const { siteDir, siteStateDir } = io.connection;
  return named && siteDir && siteStateDir ? readItem(placesOf(io), named.explainer) : null;
}

/** A newer version stands there, as it should; that one's own delivery watches over it. */
const isOvertaken = (item: Item, { id }: Receipt): boolean =>
  !isWithdrawn(item) && (item.publications.at(-1)?.number ?? 0) > (readReceiptId(id)?.number ?? 0);

const isWithdrawn = (item: Item | null): boolean => item?.withdrawn != null;
const withdrawn = (): ReadBack => ({ state: 'gone', problem: problem('website.withdrawn') });
const lacksPicture = (): ReadBack => compared('website.differs', { 图片: false });

function partsOf(html: string, { content, main }: SitePayload, canonicalUrl: string) {
  const pictures = [content.cover?.sha256, ...[...main.matchAll(MEDIA)].map(([, sha256]) => sha256)];
  return {
    标题: hasTitle(html, content.title),
    图片: pictures.every((sha256) => sha256 === undefined || html.includes(`/media/${sha256}`)),
    链接: hasCanonical(html, canonicalUrl),
  };
}

/** Only the cover: it stands for the picture files, and a page may have many. */
async function isCoverMissing(html: string, { content, siteUrl }: SitePayload, io: Io): Promise<boolean> {
  const path = content.cover && new RegExp(`/media/${content.cover.sha256}[\\w.-]*`).exec(html)?.[0];
  if (!path) return false;
  try {
    return MISSING.includes((await io.http({ method: 'GET', url: siteUrl + path })).status);
  } catch (failure) {
    if (!(failure instanceof HttpFailure)) throw failure;
    return false; // too long to be read, or not to be had just now: says nothing
  }
}
