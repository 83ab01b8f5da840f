import { sameText } from '../../../../publishers/weibo/same-text';
import { weiboTime } from '../../../../publishers/weibo/weibo-time';

describe('sameText', () => {
  const sent = '门诊 5 & 6 能报销。\n变化：以前不能。\nhttps://www.yunlan.gov.cn/explainers/exp1/';

  it.each([
    ['门诊 5 &amp; 6 能报销。 变化：以前不能。 http://t.cn/A6abcdef', true],
    ['#医保# 门诊 5 & 6 能报销。变化：以前不能。 http://t.cn/A6abcdef \u200b', true],
    ['门诊 5 & 6 能报销。http://t.cn/A6abcdef', false],
    ['转发：门诊 5 & 6 能报销。变化：以前不能。', false],
  ])('recognises %j: %s', (found, same) => expect(sameText(sent, found)).toBe(same));
});

describe('weiboTime', () => {
  it.each([
    ['Wed Oct 24 23:49:17 +0800 2012', '2012-10-24T15:49:17.000Z'],
    ['Thu Jan 01 10:00:00 +0800 2026', '2026-01-01T02:00:00.000Z'],
    ['Thu Foo 01 10:00:00 +0800 2026', null],
    ['Thu Jan 41 10:00:00 +0800 2026', null],
    ['2026-01-01', null],
    ['', null],
  ])('reads %j as %s', (text, instant) => expect(weiboTime(text)).toBe(instant));
});
