import { z } from 'zod';
import type { Io } from '../../contract';
import type { CallAnswer } from '../answer';
import { call } from '../call';
import type { WechatConnection } from '../connection';

/** An article as the platform's comments know it. */
export interface CommentPlace {
  readonly messageDataId: string;
  /** Of the article within its message, from 0. */
  readonly index: number;
}

/** What a reader wrote, and what the account made of it. Instants in milliseconds. */
export interface ReaderComment {
  /** The platform's number, unique under the article. */
  readonly number: string;
  /** The reader as `hide` names him; the platform's own name for him is not kept. */
  readonly author: string;
  readonly content: string;
  readonly writtenAt: number;
  readonly elected: boolean;
  readonly reply: { readonly content: string; readonly at: number } | null;
}

export interface CommentPage {
  /** Under the article, not on this page. */
  readonly total: number;
  readonly comments: readonly ReaderComment[];
}

/** Comments on a page. The platform's pages contradict each other on whether 50 is still allowed. */
export const COMMENTS_PER_PAGE = 49;

const seconds = z.coerce.number().transform((value) => value * 1000);
const replyShape = z.object({ content: z.string(), create_time: seconds.catch(0) });
const number = z.union([z.string().min(1), z.number()]).transform(String);

/** A reply comes as an object, as a list of one, or as an empty list. */
const reply = z
  .union([replyShape, z.array(replyShape)])
  .nullish()
  .transform((value) => (Array.isArray(value) ? value[0] : value))
  .transform((value) => (value && value.content !== '' ? { content: value.content, at: value.create_time } : null));

const pageShape = (hide: (openId: string) => string) =>
  z
    .object({
      total: z.coerce.number().int().nonnegative(),
      comment: z
        .array(
          z.object({
            user_comment_id: number,
            openid: z.string().default(''),
            create_time: seconds,
            content: z.string(),
            comment_type: z.coerce.number().default(0),
            reply,
          }),
        )
        .default([]),
    })
    .transform(({ total, comment }): CommentPage => ({
      total,
      comments: comment.map((one) => ({
        number: one.user_comment_id,
        author: one.openid === '' ? '' : hide(one.openid),
        content: one.content,
        writtenAt: one.create_time,
        elected: one.comment_type === 1,
        reply: one.reply,
      })),
    }));

/**
 * One page of the comments under an article, elected ones included. Read-only.
 * @param begin how many to pass over
 * @param hide turns the platform's name of a reader (OpenID) into one that leads nobody back to him
 * @throws HttpFailure when there is no usable answer
 * @see https://developers.weixin.qq.com/doc/offiaccount/Comments_management/Image_Comments_Management_Interface.html
 */
export const readCommentPage = (
  { messageDataId, index }: CommentPlace,
  begin: number,
  hide: (openId: string) => string,
  connection: WechatConnection,
  io: Io,
): Promise<CallAnswer<CommentPage>> =>
  call(
    {
      path: 'comment/list',
      json: { msg_data_id: Number(messageDataId), index, begin, count: COMMENTS_PER_PAGE, type: 0 },
    },
    pageShape(hide),
    connection,
    io,
  );
