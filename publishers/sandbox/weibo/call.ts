import type { Context } from '../context';
import type { Part } from '../http/multipart';
import type { WeiboAnswer } from './answer';

/** One Weibo call that has passed the common checks (method, token, rate). */
export interface WeiboCall {
  readonly context: Context;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Query, form fields and text parts together. */
  readonly params: ReadonlyMap<string, string>;
  /** Parts with a file name. */
  readonly files: readonly Part[];
  readonly isMultipart: boolean;
}

export type WeiboHandler = (call: WeiboCall) => WeiboAnswer;
