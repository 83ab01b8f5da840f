/** What is done to a comment: the server's method, and its path below the comment. */
export const COMMENT_REQUESTS = {
  reply: ['POST', '/reply'],
  'remove-reply': ['DELETE', '/reply'],
  elect: ['POST', '/elect'],
  unelect: ['DELETE', '/elect'],
  remove: ['DELETE', ''],
} as const;
export type CommentAct = keyof typeof COMMENT_REQUESTS;
