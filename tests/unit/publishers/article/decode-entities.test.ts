import { decodeEntities } from '../../../../publishers/article/decode-entities';

test.each([
  ['&nbsp;&hellip;&ldquo;', '\u00a0…“'],
  ['&CounterClockwiseContourIntegral;', '∳'],
  ['&#20113;&#x6f9c;', '云澜'],
])('%s is what it stands for', (typed, shown) => {
  expect(decodeEntities(typed)).toBe(shown);
});

test.each(['&Unknown;', '&amp', 'AT&T', '& ;'])('%s stays as it was typed', (typed) => {
  expect(decodeEntities(typed)).toBe(typed);
});

test('what is decoded is not decoded again', () => {
  expect(decodeEntities('&amp;lt;')).toBe('&lt;');
});

test.each(['&#0;', '&#x1;', '&#55296;', '&#x110000;', '&#127;'])('%s is no character of a page', (typed) => {
  expect(decodeEntities(typed)).toBe('\ufffd');
});
