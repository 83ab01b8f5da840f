import { fromChinaLocal, toChinaLocal, tomorrowAtNine } from '../../../src/admin/time/china-local';
import { formatInstant, formatMoment } from '../../../src/admin/time/format-moment';

const at = (instant: string): number => Date.parse(instant);
/** A Monday afternoon in China; still Monday morning in London. */
const NOW = at('2026-11-23T15:20:00+08:00');

describe('times on the screen', () => {
  test.each([
    ['2026-11-23T15:00:00+08:00', '今天 15:00'],
    ['2026-11-23T00:00:00+08:00', '今天 00:00'],
    ['2026-11-24T09:00:00+08:00', '明天 09:00'],
    ['2026-11-22T23:59:59+08:00', '昨天 23:59'],
    ['2026-11-26T09:00:00+08:00', '11月26日 周四 09:00'],
    ['2027-01-03T09:00:00+08:00', '2027年1月3日 周日 09:00'],
  ])('%s is said as %s', (instant, words) => {
    expect(formatMoment(at(instant), NOW)).toBe(words);
  });

  test('today begins at midnight in China, not in London', () => {
    expect(formatMoment(at('2026-11-23T17:00:00Z'), at('2026-11-23T15:00:00Z'))).toBe('明天 01:00');
  });

  test('the full instant names the day, the second and whose time it is', () => {
    expect(formatInstant(at('2026-11-23T01:00:05Z'))).toBe('2026年11月23日 周一 09:00:05（北京时间）');
  });
});

describe('times that are typed', () => {
  test('are read as time in China, with or without seconds', () => {
    expect(fromChinaLocal('2026-11-23T09:00')).toBe('2026-11-23T09:00:00+08:00');
    expect(fromChinaLocal('2026-11-23T09:00:30')).toBe('2026-11-23T09:00:30+08:00');
  });

  test.each(['', '2026-11-23', '2026-02-31T09:00', '2026-11-23T24:30', '2026-11-23T09:00Z', '明天九点'])(
    'that do not exist or are not complete are refused: “%s”',
    (typed) => {
      expect(fromChinaLocal(typed)).toBeNull();
    },
  );

  test('come back as they were shown', () => {
    const shown = toChinaLocal(NOW);
    expect(shown).toBe('2026-11-23T15:20:00');
    expect(Date.parse(fromChinaLocal(shown) ?? '')).toBe(NOW);
  });

  test('tomorrow at nine is the next day in China, even at one minute past its midnight', () => {
    expect(toChinaLocal(tomorrowAtNine(NOW))).toBe('2026-11-24T09:00:00');
    expect(toChinaLocal(tomorrowAtNine(at('2026-11-30T00:01:00+08:00')))).toBe('2026-12-01T09:00:00');
  });
});
