import fc from 'fast-check';
import { base62 } from '../../../../publishers/weibo/base62';

const ALPHABET = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** The way back, written independently: groups of four letters from the right, each as seven digits. */
function decoded(short: string): string {
  let digits = '';
  for (let end = short.length; end > 0; end -= 4) {
    const value = Array.from(short.slice(Math.max(0, end - 4), end)).reduce(
      (sum, l) => sum * 62 + ALPHABET.indexOf(l),
      0,
    );
    digits = String(value).padStart(7, '0') + digits;
  }
  return digits.replace(/^0+(?=\d)/, '');
}

describe('base62', () => {
  it.each([
    ['3501756485200075', 'z0JH2lOMb'],
    ['5127059882412345', 'PblWYa7yN'],
  ])('shortens %s to %s', (mid, short) => expect(base62(mid)).toBe(short));

  it('can be read back for every number, also beyond what a double holds', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 10n ** 20n }), (mid) => {
        expect(decoded(base62(mid.toString()))).toBe(mid.toString());
      }),
    );
  });

  it('refuses what is no number', () => expect(() => base62('12a')).toThrow('12a'));
});
