import fc from 'fast-check';
import { chinaTime } from '../../../src/delivery/china-time';
import { parseDuration, parseInstant } from '../../../src/delivery/instant';

describe('R8: an instant', () => {
  it.each([
    ['2026-11-23T09:00:00+08:00', '2026-11-23T01:00:00.000Z'],
    ['2026-11-23T09:00+08:00', '2026-11-23T01:00:00.000Z'],
    ['2026-11-23T01:00:00Z', '2026-11-23T01:00:00.000Z'],
    ['2026-11-22T20:00:00-05:00', '2026-11-23T01:00:00.000Z'],
    ['2026-11-23T09:00:59.999+08:00', '2026-11-23T01:00:59.000Z'],
    ['2028-02-29T00:00:00+08:00', '2028-02-28T16:00:00.000Z'],
    ['2026-01-01T00:30:00+08:00', '2025-12-31T16:30:00.000Z'],
  ])('%s is %s', (text, utc) => {
    expect(new Date(parseInstant(text)).toISOString()).toBe(utc);
  });

  it.each([
    '2026-11-23T09:00:00',
    '2026-11-23',
    '2026-11-23 09:00:00+08:00',
    '2027-02-31T09:00:00+08:00',
    '2027-02-29T09:00:00+08:00',
    '2026-13-01T09:00:00+08:00',
    '2026-11-23T24:00:00+08:00',
    '2026-11-23T09:60:00+08:00',
    '2026-11-23T09:00:00+0800',
    '2026-11-23T09:00:00+99:00',
    '明天九点',
    '',
  ])('%j is refused with an example', (text) => {
    expect(() => parseInstant(text)).toThrow(expect.objectContaining({ status: 400, code: 'time.invalid' }) as Error);
    expect(() => parseInstant(text)).toThrow(/例如 2026-11-23T09:00:00\+08:00/);
  });

  it('is read back from China time, whenever it is', () => {
    const minutes = fc.integer({ min: Date.parse('2024-01-01') / 60_000, max: Date.parse('2040-01-01') / 60_000 });
    fc.assert(
      fc.property(minutes, (minute) => {
        const at = minute * 60_000;
        expect(parseInstant(`${chinaTime(at).replace(' ', 'T')}:00+08:00`)).toBe(at);
      }),
    );
  });
});

describe('a duration', () => {
  it.each([
    ['PT2H', 7_200_000],
    ['PT90M', 5_400_000],
    ['P1D', 86_400_000],
    ['P1DT2H3M4S', 93_784_000],
    ['PT0S', 0],
  ])('%s is %d ms', (text, milliseconds) => {
    expect(parseDuration(text)).toBe(milliseconds);
  });

  it.each(['2h', 'P', 'PT', 'P1DT', 'PT-1H', 'P1M', 'PT1.5H', ''])('%j is refused', (text) => {
    expect(() => parseDuration(text)).toThrow(expect.objectContaining({ code: 'duration.invalid' }) as Error);
  });
});
