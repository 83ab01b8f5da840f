import type { Context } from '../context';
import { notFound, type Reply } from '../http/reply';

/** Where this sandbox shows a stored picture. */
export const pictureAddress = (key: string): string => `/pictures/${key}`;

const PLATFORM_PICTURE = /https?:\/\/mmbiz\.qpic\.cn\/\w+\/([\w-]+)\/\d+[^"'\s)&]*(?:&amp;[^"'\s)]*)?/g;

/** Article HTML with the platform's picture addresses pointed at the bytes that were uploaded. */
export const withLocalPictures = (html: string): string =>
  html.replace(PLATFORM_PICTURE, (_address, key: string) => pictureAddress(key)).replace(/\bdata-src=/g, 'src=');

export function pictureReply(context: Context, key: string): Reply {
  const stored = context.store.state.pictures[key];
  const bytes = stored ? context.store.file(stored.sha256) : null;
  if (!stored || !bytes) return notFound;
  const headers = {
    'cache-control': 'private, max-age=86400',
    'content-security-policy': "default-src 'none'; sandbox",
  };
  return { status: 200, mime: stored.mime, body: bytes, headers, outcome: 'ok' };
}
