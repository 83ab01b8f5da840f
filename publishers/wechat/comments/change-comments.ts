import { z } from 'zod';
import { HttpFailure, type Io } from '../../contract';
import { problem, type Problem } from '../../problems';
import { audienceProblem } from '../audience-problem';
import { call } from '../call';
import type { WechatConnection } from '../connection';
import { PLATFORM } from '../refused';
import type { CommentPlace } from './comment-page';

/** `wanted`: refusals that say that what was wanted is so already. */
interface Deed {
  readonly path: string;
  readonly wanted: readonly number[];
}

/** The platform's own trouble: whether it was carried out is not said. */
const SYSTEM_BUSY = -1;
const DELETED_BY_READER = 88004;
const ALREADY_ANSWERED = 88005;
const NO_COMMENT = 88008;
const NO_REPLY = 88009;

/** @see https://developers.weixin.qq.com/doc/offiaccount/Comments_management/Image_Comments_Management_Interface.html */
export const COMMENT_DEEDS = {
  open: { path: 'comment/open', wanted: [] },
  close: { path: 'comment/close', wanted: [] },
  elect: { path: 'comment/markelect', wanted: [] },
  unelect: { path: 'comment/unmarkelect', wanted: [] },
  remove: { path: 'comment/delete', wanted: [NO_COMMENT, DELETED_BY_READER] },
  reply: { path: 'comment/reply/add', wanted: [ALREADY_ANSWERED] },
  'remove-reply': { path: 'comment/reply/delete', wanted: [NO_REPLY] },
} as const satisfies Readonly<Record<string, Deed>>;
export type CommentDeed = keyof typeof COMMENT_DEEDS;

export interface CommentChange {
  readonly deed: CommentDeed;
  readonly place: CommentPlace;
  /** The platform's number of the comment; null for `open` and `close`. */
  readonly comment: string | null;
  /** Of a reply. */
  readonly content?: string;
}

/** `already`: it was so before. `unknown`: it may have been carried out; each may be repeated, none happens twice. */
export type CommentOutcome =
  { readonly state: 'done' | 'already' } | { readonly state: 'refused' | 'unknown'; readonly problem: Problem };

const done = z.object({ errcode: z.number() });

/** Changes what readers see under an article. */
export async function changeComments(
  { deed, place, comment, content }: CommentChange,
  connection: WechatConnection,
  io: Io,
): Promise<CommentOutcome> {
  const { path, wanted }: Deed = COMMENT_DEEDS[deed];
  const json = {
    msg_data_id: Number(place.messageDataId),
    index: place.index,
    ...(comment === null ? {} : { user_comment_id: Number(comment) }),
    ...(content === undefined ? {} : { content }),
  };
  try {
    const answer = await call({ path, json }, done, connection, io);
    if (answer.type === 'answer') return { state: 'done' };
    if (answer.type === 'unreadable' || (answer.type === 'refusal' && answer.code === SYSTEM_BUSY)) return unknown;
    if (answer.type === 'refusal' && wanted.includes(answer.code)) return { state: 'already' };
    return { state: 'refused', problem: audienceProblem(answer) };
  } catch (failure) {
    if (!(failure instanceof HttpFailure)) throw failure;
    return failure.sent ? unknown : { state: 'refused', problem: problem('delivery.unreachable', PLATFORM) };
  }
}

const unknown: CommentOutcome = { state: 'unknown', problem: problem('wechat.comment-unknown') };
