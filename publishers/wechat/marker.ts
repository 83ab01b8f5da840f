import type { NewsItem } from './api';

/**
 * The website's address with the id of the delivery, unique for ever: by it we find our own draft and article again
 * after a crash. Harmless where readers meet it, because the website ignores the query.
 */
export const markedAddress = (address: string, delivery: string): string =>
  `${address}${address.includes('?') ? '&' : '?'}pub=${encodeURIComponent(delivery)}`;

/** Articles carry it as "read the original"; image posts have no such field and carry it in their text. */
export const hasMarker = (marker: string, { content_source_url: source, content }: NewsItem): boolean =>
  source === marker || content.includes(marker);
