import { CATEGORY_TITLES } from '../content';
import type { Content } from '../content';
import { BROADCAST_LIMITS } from './limits';

const MARKS_AND_SPACE = /[#＃\s]/g;

/** Whether it can stand between two `#`: something, not too long, without marks and white space. */
export const isHashtag = (text: string): boolean =>
  text !== '' && text.length <= BROADCAST_LIMITS.hashtag && text.search(MARKS_AND_SPACE) === -1;

/** `#医保#`, as it begins every update. */
export const marked = (hashtag: string): string => `#${hashtag}#`;

/** The account's own hashtag, else the first keyword that can serve, else the category. */
export function hashtagFor(content: Content, own: string | undefined): string {
  if (own !== undefined) return own;
  const candidates = content.keywords.map((word) => word.replace(MARKS_AND_SPACE, ''));
  return candidates.find(isHashtag) ?? CATEGORY_TITLES[content.category];
}
