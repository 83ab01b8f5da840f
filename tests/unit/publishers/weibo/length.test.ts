import fc from 'fast-check';
import { weiboLength } from '../../../../publishers/weibo/length';

describe('weiboLength', () => {
  it.each([
    ['', 0],
    ['你好', 2],
    ['ab', 1],
    ['a', 1],
    ['全角，标点！', 6],
    ['😀', 2],
    ['发布 https://www.example.gov.cn/2026/01/01/notice.html', 13],
    ['第一行\r\n第二行', 7],
    ['http://t.cn/A6xxxxxx', 10],
    [`https://weibo.com/${'a'.repeat(23)}`, 21],
    [`https://weibo.com/${'a'.repeat(24)}`, 10],
    [`https://www.example.gov.cn/${'a'.repeat(140 - 27)}`, 10],
    [`https://www.example.gov.cn/${'a'.repeat(140 - 27 + 4)}`, 12],
    ['见https://www.example.gov.cn/a。完', 13],
  ])('counts %j as %d', (text, expected) => expect(weiboLength(text)).toBe(expected));

  it('counts two of the same address twice', () => {
    const address = 'https://www.example.gov.cn/x';
    expect(weiboLength(`${address} ${address}`)).toBe(21);
  });

  it('grows by exactly one with each Chinese character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const growth = weiboLength(`${text}字`) - weiboLength(text);
        expect(growth).toBe(1);
      }),
    );
  });

  it('is never more than the number of UTF-16 units', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => weiboLength(text) <= text.length));
  });
});
