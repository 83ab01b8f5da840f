import fc from 'fast-check';
import { weiboLength } from '../../../../publishers/weibo/length';
import { clauses, sentences } from '../../../../publishers/weibo/sentences';
import { trimmed, wholeSentences } from '../../../../publishers/weibo/trim';

const upTo = (limit: number) => (text: string) => weiboLength(text) <= limit;
const policyText = fc
  .array(
    fc.constantFrom(
      '职工',
      '报销',
      '，',
      '。',
      '1,200元',
      '；',
      '“',
      '”',
      '？',
      ' ',
      '\n',
      'https://a.cn/?x=1,2',
      '😀',
      '70%',
    ),
  )
  .map((parts) => parts.join(''));

describe('sentences and clauses', () => {
  it('lose nothing', () => {
    fc.assert(
      fc.property(policyText, (text) => {
        expect(sentences(text).join('')).toBe(text);
        expect(clauses(text).join('')).toBe(text);
      }),
    );
  });

  it('keep closing quotes with their sentence and addresses whole', () => {
    expect(sentences('他说：“可以报销。”见 https://a.cn/?id=1。完了吗？')).toEqual([
      '他说：“可以报销。”',
      '见 https://a.cn/?id=1。',
      '完了吗？',
    ]);
  });

  it('do not take the comma of a figure for a border', () => {
    expect(clauses('最多1,200,000元，每年一次')).toEqual(['最多1,200,000元，', '每年一次']);
  });
});

describe('trimmed', () => {
  it('keeps whole sentences where it can', () => {
    expect(trimmed('甲甲甲。乙乙乙。丙丙丙。', upTo(9))).toEqual({ text: '甲甲甲。乙乙乙。', complete: false });
  });

  it('falls back to whole clauses and shows that it breaks off', () => {
    expect(trimmed('职工看门诊可报销，退休人员更高，从下月起。', upTo(12))).toEqual({
      text: '职工看门诊可报销……',
      complete: false,
    });
  });

  it.each([
    ['一次性补助1,200元给每一位新参保人员', 8, '一次性补助……'],
    ['政策范围内报销比例为百分之七十五以上人员', 13, '政策范围内报销比例为……'],
  ])('does not cut through the figure of %s', (text, limit, expected) => {
    expect(trimmed(text, upTo(limit)).text).toBe(expected);
  });

  it('fits whatever it is given, and what it keeps is the beginning of the text', () => {
    fc.assert(
      fc.property(policyText, fc.integer({ min: 0, max: 30 }), (text, limit) => {
        const { text: kept, complete } = trimmed(text, upTo(limit));
        expect(weiboLength(kept)).toBeLessThanOrEqual(limit);
        expect(text.trim().startsWith(kept.replace(/……$/, ''))).toBe(true);
        if (complete) expect(kept).toBe(text.trim());
      }),
    );
  });
});

describe('wholeSentences', () => {
  it('gives nothing rather than half a sentence', () => {
    expect(wholeSentences('一句放不下的很长的话。', upTo(5))).toEqual({ text: '', complete: false });
  });
});
