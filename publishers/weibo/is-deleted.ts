import type { WeiboAnswer, WeiboStatus } from './api';

const DELETED = /^此微博已被/;
const NOT_THERE = 20101;

/** Whether the answer to the question for a post is certain that nobody can read it any more. */
export function isDeleted(post: WeiboAnswer<WeiboStatus>): boolean {
  if (post.type === 'answer') return Boolean(post.value.deleted) || DELETED.test(post.value.text);
  return post.type === 'refusal' && post.code === NOT_THERE;
}
