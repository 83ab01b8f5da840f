import type { Rendition } from '../contract';
import { problem, type Problem } from '../problems';
import { WEIBO_LIMITS, WEIBO_PICTURE_TYPES } from './limits';
import { weiboLength } from './length';
import type { WeiboPost } from './post';
import { hasTopic } from './topics';

type Rule = (post: WeiboPost) => Problem | null;

const RULES: readonly Rule[] = [
  ({ domain }) => (domain === '' ? problem('weibo.domain-unset') : null),
  ({ link, domain }) => (domain !== '' && !isWithin(link, domain) ? problem('weibo.domain', { link, domain }) : null),
  ({ status, link }) => (status.includes(link) ? null : problem('weibo.link-missing', { link })),
  ({ status, link }) => (status.replace(link, '').trim() === '' ? problem('weibo.empty', {}, 'summary') : null),
  ({ status }) => tooLong(weiboLength(status)),
  ({ status }) => (hasTopic(status) ? problem('weibo.topic', {}, 'summary') : null),
  ({ picture }) =>
    picture && !WEIBO_PICTURE_TYPES.includes(picture.mime)
      ? problem('weibo.picture-type', { name: picture.name }, 'cover')
      : null,
  ({ picture }) => (picture?.bytes === 0 ? problem('weibo.picture-unreadable', { name: picture.name }, 'cover') : null),
  ({ leftOut }) => (leftOut.text ? problem('weibo.shortened', {}, 'summary') : null),
  ({ leftOut }) => (leftOut.pictures > 0 ? problem('weibo.one-picture', { count: leftOut.pictures }, 'images') : null),
  ({ leftOut }) => (leftOut.video ? problem('weibo.no-video', {}, 'video') : null),
];

/** Walks the platform's rules over a post. */
export const check = (rendition: Rendition<WeiboPost>): readonly Problem[] =>
  RULES.map((rule) => rule(rendition.payload)).filter((found) => found !== null);

function tooLong(length: number): Problem | null {
  const over = length - WEIBO_LIMITS.text;
  return over > 0 ? problem('weibo.text-too-long', { length, limit: WEIBO_LIMITS.text, over }, 'summary') : null;
}

function isWithin(link: string, domain: string): boolean {
  if (!URL.canParse(link)) return false;
  const { hostname } = new URL(link);
  return hostname === domain || hostname.endsWith(`.${domain}`);
}
