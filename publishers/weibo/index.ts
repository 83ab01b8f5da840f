/** Weibo: one post with one picture and a link to the website, through the one writing interface open to everybody. */
import type { Publisher } from '../contract';
import { check } from './check';
import { commit } from './commit';
import { confirm } from './confirm';
import type { WeiboPost, WeiboPrepared } from './post';
import { prepare } from './prepare';
import { preview } from './preview';
import { quotas } from './quotas';
import { readBack } from './read-back';
import { render } from './render';
import { verify } from './verify';

export const weibo: Publisher<WeiboPost, WeiboPrepared> = {
  name: 'weibo',
  title: '微博',
  prepareAhead: 300,
  render,
  check,
  preview,
  quotas,
  verify,
  prepare: (rendition, _done, io) => prepare(rendition, io),
  commit,
  confirm,
  readBack,
  // No withdraw: `2/statuses/destroy` is closed to ordinary apps (10014), so a person deletes the post.
};
