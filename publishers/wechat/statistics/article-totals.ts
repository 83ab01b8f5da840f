import { z } from 'zod';
import type { Io } from '../../contract';
import type { CallAnswer } from '../answer';
import { call } from '../call';
import type { WechatConnection } from '../connection';

/** What readers did with an article until the end of a day, counted from its publication. */
export interface DayTotals {
  /** In China, `2026-11-23`. */
  readonly day: string;
  readonly readers: number;
  readonly sharers: number;
  /** 在看. */
  readonly wows: number;
  /** 点赞. */
  readonly likes: number;
  readonly comments: number;
  /** 收藏. */
  readonly favourites: number;
  /** Readers who follow the account. */
  readonly followers: number;
  /** Part of the readers who came to its end, 0 to 1; null where it is not told. */
  readonly finished: number | null;
  /** Minutes that a reader stayed; null where it is not told. */
  readonly minutes: number | null;
  /** Readers by where they came from; the sum of all is left out. */
  readonly sources: readonly { readonly source: string; readonly readers: number }[];
}

export interface ArticleTotals {
  readonly messageDataId: string;
  /** Of the article within its message, from 0. */
  readonly index: number;
  readonly title: string;
  readonly url: string;
  readonly days: readonly DayTotals[];
}

export interface TotalsAnswer {
  /** The platform has not counted everything up yet: ask again later. */
  readonly delayed: boolean;
  readonly articles: readonly ArticleTotals[];
}

/** The source that stands for all others together. */
const ALL_SOURCES = '全部';

const count = z.coerce.number().int().nonnegative().catch(0);
const share = z.coerce.number().nonnegative().nullable().catch(null);

const dayTotals = z
  .object({
    stat_date: z.string(),
    read_user: count,
    read_user_source: z.array(z.object({ user_count: count, scene_desc: z.string() })).catch([]),
    share_user: count,
    zaikan_user: count,
    like_user: count,
    comment_count: count,
    collection_user: count,
    read_subscribe_user: count,
    read_finish_rate: share,
    read_avg_activetime: share,
  })
  .transform((one): DayTotals => ({
    day: one.stat_date,
    readers: one.read_user,
    sharers: one.share_user,
    wows: one.zaikan_user,
    likes: one.like_user,
    comments: one.comment_count,
    favourites: one.collection_user,
    followers: one.read_subscribe_user,
    finished: one.read_finish_rate,
    minutes: one.read_avg_activetime,
    sources: one.read_user_source
      .filter(({ scene_desc }) => scene_desc !== ALL_SOURCES)
      .map(({ scene_desc, user_count }) => ({ source: scene_desc, readers: user_count })),
  }));

/** `<msg_data_id>_<index>`, the index from 1. */
const messageKey = z
  .string()
  .regex(/^\d+_[1-9]\d*$/)
  .transform((key) => {
    const [messageDataId = '', place = ''] = key.split('_');
    return { messageDataId, index: Number(place) - 1 };
  });

const article = z
  .object({
    msgid: messageKey,
    title: z.string().default(''),
    content_url: z.string().default(''),
    detail_list: z.array(dayTotals).default([]),
  })
  .transform(({ msgid, title, content_url, detail_list }): ArticleTotals => ({
    ...msgid,
    title,
    url: content_url,
    days: detail_list,
  }));

const totals = z
  .object({
    // One article that is told in another way must not cost us the numbers of all others.
    list: z.array(article.nullable().catch(null)),
    is_delay: z.boolean().default(false),
  })
  .transform(({ list, is_delay }): TotalsAnswer => ({
    delayed: is_delay,
    articles: list.filter((one) => one !== null),
  }));

/**
 * The articles that were published or pushed on a day, with the totals of each day since, at most thirty. Of all calls
 * only this one knows articles that were pushed. Read-only; a day can be asked about from 8 o'clock of the next one on.
 * @param day in China, `2026-11-23`, before today
 * @throws HttpFailure when there is no usable answer
 * @see https://developers.weixin.qq.com/doc/subscription/api/ (datacube/getarticletotaldetail)
 */
export const readArticleTotals = (
  day: string,
  connection: WechatConnection,
  io: Io,
): Promise<CallAnswer<TotalsAnswer>> =>
  call({ path: '/datacube/getarticletotaldetail', json: { begin_date: day, end_date: day } }, totals, connection, io);
