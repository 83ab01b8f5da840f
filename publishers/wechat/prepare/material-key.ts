import { createHash } from 'node:crypto';
import { cachePrefix, type WechatConnection } from '../connection';
import type { WechatPayload } from '../payload';

/** Names the cover among the library files of an article. */
export const COVER_NAME = 'cover';
/** Names the video of a mass message. */
export const VIDEO_NAME = 'video';

/** Under which a library file of an account is remembered; the same for the same bytes. */
export const materialKey = (connection: WechatConnection, name: string, payload: WechatPayload): string =>
  `${cachePrefix(connection)}:material:${identity(name, payload)}`;

/** A cover is what it is cut from or drawn of. */
function identity(name: string, payload: WechatPayload): string {
  if (payload.kind === 'mpvideo') return `video:${payload.video.sha256}`;
  if (payload.kind === 'newspic' || name !== COVER_NAME) return name;
  return `cover:${createHash('sha256').update(JSON.stringify(payload.cover)).digest('hex')}`;
}
