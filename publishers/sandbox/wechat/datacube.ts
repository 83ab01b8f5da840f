/**
 * Statistics of articles, by day in China. The numbers are made up, plausible, and always the same for the same
 * article and day. Source: https://developers.weixin.qq.com/doc/subscription/api/ (数据统计); the older calls that many
 * clients still know are offline.
 */
import { CHINA_OFFSET } from '../../china-offset';
import { chinaDay } from '../china-time';
import type { Publication, PublishedArticle } from '../state';
import { answer, refuse, type WechatRefusal } from './answer';
import { textOf, type WechatCall, type WechatHandler } from './call';
import { dayDetail, sumOf, type DayDetail } from './datacube-numbers';
import { articleUrl } from './publication';

const DAY_MS = 24 * 60 * 60 * 1000;
/** Yesterday is counted up from this hour on, in China. */
const READY_AT_HOUR = 8;
const FIRST_DAY = '2025-11-01';
/** An article is counted for so many days, its first one included. */
const COUNTED_DAYS = 30;

/** An article with its `msgid` and the day of its publication. */
interface Counted {
  readonly msgid: string;
  readonly day: string;
  readonly kind: Publication['kind'];
  readonly article: PublishedArticle;
  /** Days on which comments under it were written. */
  readonly commentDays: readonly string[];
}

/** Reads the days and the list of one call; `span` is the most days that it takes. */
const statistics =
  (span: number, list: (call: WechatCall, days: readonly string[]) => readonly unknown[]): WechatHandler =>
  (call) => {
    const days = daysOf(call, span);
    if ('refused' in days) return days;
    if (call.context.scenarios.statisticsDelayed) return answer({ list: [], is_delay: true });
    return answer({ list: list(call, days.days), is_delay: false });
  };

/** The calls by name. */
export const DATACUBE: Readonly<Record<string, WechatHandler>> = {
  getarticletotaldetail: statistics(1, (call, [day = '']) =>
    countedArticles(call)
      .filter((one) => one.day === day)
      .map((one) => ({
        ref_date: day,
        msgid: one.msgid,
        publish_type: one.kind === 'mass' ? 0 : 1,
        title: one.article.title,
        content_url: articleUrl(call.context, one.article),
        detail_list: countedDaysOf(one, yesterday(call)).map((stat) => ({
          stat_date: stat,
          ...detailOf(one, stat, 'cumulative'),
        })),
      })),
  ),
  getarticleread: statistics(1, (call, [day = '']) =>
    onDay(call, day).map((one) => {
      const { read_user, read_user_source } = detailOf(one, day, 'daily');
      return { ref_date: day, msgid: one.msgid, detail: { read_user, read_user_source } };
    }),
  ),
  getarticleshare: statistics(1, (call, [day = '']) =>
    onDay(call, day).map((one) => {
      const { share_user, zaikan_user, like_user, collection_user } = detailOf(one, day, 'daily');
      return { ref_date: day, msgid: one.msgid, detail: { share_user, zaikan_user, like_user, collection_user } };
    }),
  ),
  // Nobody comes and nobody goes in the sandbox.
  getusersummary: statistics(7, (_call, days) =>
    days.map((day) => ({ ref_date: day, user_source: 0, new_user: 0, cancel_user: 0 })),
  ),
  getusercumulate: statistics(7, (call, days) =>
    days.map((day) => ({ ref_date: day, user_source: 0, cumulate_user: call.context.store.state.followers.length })),
  ),
  getbizsummary: statistics(30, (call, days) =>
    days.map((day) => ({ ref_date: day, detail: sumOf(onDay(call, day).map((one) => detailOf(one, day, 'daily'))) })),
  ),
};

/** 47009: taken down by the platform. */
export const RETIRED_DATACUBE = [
  'getarticlesummary',
  'getarticletotal',
  'getuserread',
  'getuserreadhour',
  'getusershare',
  'getusersharehour',
] as const;

type Days = { readonly days: readonly string[] } | WechatRefusal;

function daysOf(call: WechatCall, span: number): Days {
  const [begin, end] = [textOf(call.body, 'begin_date'), textOf(call.body, 'end_date')];
  if (!isDay(begin) || !isDay(end)) return refuse(61500);
  const count = (Date.parse(end) - Date.parse(begin)) / DAY_MS + 1;
  if (count < 1 || count > span || begin < FIRST_DAY || end > yesterday(call)) return refuse(61501);
  const hour = new Date(call.now + CHINA_OFFSET).getUTCHours();
  if (end === yesterday(call) && hour < READY_AT_HOUR) return refuse(61503);
  return { days: Array.from({ length: count }, (_, index) => later(begin, index)) };
}

const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) && later(text, 0) === text;
const later = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);
const yesterday = (call: WechatCall): string => later(chinaDay(new Date(call.now)), -1);

function countedArticles({ context: { store } }: WechatCall): readonly Counted[] {
  return store.state.publications.flatMap(({ msgDataId, at, kind, articles }) =>
    articles.map((article, index) => ({
      msgid: `${msgDataId}_${index + 1}`,
      day: chinaDay(new Date(at)),
      kind,
      article,
      commentDays: store.state.comments
        .filter((one) => one.msgDataId === msgDataId && one.index === index)
        .map((one) => chinaDay(new Date(one.at))),
    })),
  );
}

/** The articles that are counted on this day. */
const onDay = (call: WechatCall, day: string): readonly Counted[] =>
  countedArticles(call).filter((one) => one.day <= day && later(one.day, COUNTED_DAYS) > day);

const countedDaysOf = ({ day }: Counted, last: string): readonly string[] =>
  Array.from({ length: COUNTED_DAYS }, (_, index) => later(day, index)).filter((stat) => stat <= last);

function detailOf(one: Counted, day: string, how: 'cumulative' | 'daily'): DayDetail {
  const age = Math.round((Date.parse(day) - Date.parse(one.day)) / DAY_MS);
  const comments = one.commentDays.filter((at) => (how === 'daily' ? at === day : at <= day)).length;
  return dayDetail({ seed: one.msgid, age, pushed: one.kind === 'mass', comments, how });
}
