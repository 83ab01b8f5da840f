import type { Rendition } from '../contract';
import { problem, type Problem } from '../problems';
import { weiboLength } from '../weibo/length';
import { isHashtag } from './hashtag';
import { BROADCAST_LIMITS } from './limits';
import type { Script } from './script';

/** Types that browsers show or that we convert. */
const PICTURE_TYPES: readonly string[] = [
  'image/jpeg',
  'image/png',
  'image/webp',
  'image/gif',
  'image/avif',
  'image/svg+xml',
];
/** Opening and closing say nothing by themselves. */
const FRAME: readonly string[] = ['opening', 'closing'];

/** Walks the rules of a broadcast over a script. */
export function check({
  payload: { hashtag, updates, leftOut, wrongSettings },
  media,
}: Rendition<Script>): readonly Problem[] {
  const { text: limit, updates: most } = BROADCAST_LIMITS;
  const found: Problem[] = [];
  if (wrongSettings.length > 0) found.push(problem('broadcast.settings', { names: wrongSettings.join('、') }));
  if (!isHashtag(hashtag)) found.push(problem('broadcast.hashtag', { hashtag }, 'keywords'));
  if (updates.every(({ kind }) => FRAME.includes(kind))) found.push(problem('broadcast.empty', {}, 'aspects'));
  if (updates.length > most) found.push(problem('broadcast.too-many', { count: updates.length, limit: most }));
  for (const [index, { text }] of updates.entries()) {
    const length = weiboLength(text);
    if (length > limit) found.push(problem('broadcast.text-too-long', { number: index + 1, length, limit }));
  }
  for (const { mime, bytes, name } of media) {
    if (!PICTURE_TYPES.includes(mime)) found.push(problem('broadcast.picture-type', { name }));
    else if (bytes === 0) found.push(problem('broadcast.picture-unreadable', { name }));
  }
  if (leftOut > 0) found.push(problem('broadcast.shortened', { count: leftOut }, 'body'));
  return found;
}
