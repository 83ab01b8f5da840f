import type { Article } from '../../../src/wechat-insight/articles';
import { allowanceOf, chooseArticles, COMMENT_CALLS } from '../../../src/wechat-insight/comments/choose-articles';
import { publicationDays } from '../../../src/wechat-insight/statistics/collect-statistics';

const NOW = Date.parse('2026-11-23T12:00:00+08:00');
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

const article = (delivery: string, changes: Partial<Article>): Article => ({
  delivery,
  account: 'wechat',
  explainer: 'e',
  title: '题',
  url: null,
  message: '1',
  publishedAt: NOW - DAY,
  commentsOpen: true,
  commentsTotal: null,
  lookedAt: NOW - 10 * MINUTE,
  problem: null,
  ...changes,
});
const chosen = (articles: readonly Article[], count: number) =>
  chooseArticles(articles, NOW, count).map(({ delivery }) => delivery);

describe('which articles are looked at', () => {
  it('all of them every ten minutes, where the calls suffice', () => {
    const old = article('old', { publishedAt: NOW - 29 * DAY });
    expect(chosen([article('new', {}), old, article('just now', { lookedAt: NOW - 5 * MINUTE })], 9)).toEqual([
      'new',
      'old',
    ]);
  });

  it('else first those that nobody has looked at; an old one has to wait longer than a new one', () => {
    const never = article('never', { lookedAt: null });
    const fresh = article('fresh', { publishedAt: NOW - MINUTE });
    const old = article('old', { publishedAt: NOW - 20 * DAY });
    const forgotten = article('forgotten', { publishedAt: NOW - 20 * DAY, lookedAt: NOW - DAY });
    expect(chosen([old, fresh, forgotten, never], 4)).toEqual(['never', 'forgotten', 'fresh', 'old']);
    expect(chosen([old, fresh, forgotten, never], 1)).toEqual(['never']);
  });

  it('as many as let the day’s calls last until midnight, and none once they are used up', () => {
    expect(allowanceOf(0, Date.parse('2026-11-23T00:00:00+08:00'))).toBe(Math.floor(COMMENT_CALLS / 145));
    expect(allowanceOf(0, Date.parse('2026-11-23T23:55:00+08:00'))).toBe(COMMENT_CALLS);
    expect(allowanceOf(COMMENT_CALLS - 1, NOW)).toBe(1);
    expect(allowanceOf(COMMENT_CALLS, NOW)).toBe(0);
  });
});

test('an article that was confirmed just after midnight may be counted for the day before', () => {
  const at = (time: string) => article('a', { publishedAt: Date.parse(time) });
  expect(publicationDays([at('2026-11-23T00:10:00+08:00')], '2026-11-23')).toEqual(['2026-11-22', '2026-11-23']);
  expect(publicationDays([at('2026-11-23T09:00:00+08:00')], '2026-11-23')).toEqual(['2026-11-23']);
  expect(publicationDays([at('2026-11-23T09:00:00+08:00')], '2026-11-22')).toEqual([]);
});
