import { readerSources, readingFigures, readUntil } from '../../../src/admin/readers/reading-figures';
import type { DayTotals } from '../../../src/admin/readers/shapes';

const day = (changes: Partial<DayTotals>): DayTotals => ({
  day: '2026-11-23',
  readers: 200,
  sharers: 12,
  likes: 6,
  favourites: 8,
  finished: 0.456,
  sources: [
    { source: '朋友圈', readers: 40 },
    { source: '公众号消息', readers: 110 },
    { source: '搜一搜', readers: 0 },
    { source: '其他', readers: 50 },
  ],
  ...changes,
});
const figures = (days: readonly DayTotals[]) =>
  Object.fromEntries(readingFigures(days).map(({ label, value }) => [label, value]));

test('an article is shown by its newest totals and by what the last day added', () => {
  expect(figures([day({}), day({ day: '2026-11-24', readers: 260 })])).toMatchObject({
    阅读人数: '260',
    最近一天: '+60',
    读完比例: '46%',
  });
  expect(figures([day({})])).toMatchObject({ 阅读人数: '200', 最近一天: '+200' });
});

test('nothing is shown where nothing is known', () => {
  expect(readingFigures([])).toEqual([]);
  expect(figures([day({ finished: null })])).not.toHaveProperty('读完比例');
  expect(readerSources([])).toBe('');
  expect(readerSources([day({ readers: 0 })])).toBe('');
});

test('the sources of most readers are named, in their order', () => {
  expect(readerSources([day({})])).toBe('公众号消息 55%、其他 25%、朋友圈 20%');
});

test('the figures say until which day they count', () => {
  expect(readUntil([day({}), day({ day: '2026-12-05' })])).toBe('截至12月5日');
  expect(readUntil([])).toBe('');
});
