import fc from 'fast-check';
import { countCharacters } from '../../../../publishers/article/count-characters';

test('counts code points, also in broken text', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('中', 'a', '😀', '\ud83d', '\ude00')), (parts) => {
      const text = parts.join('');
      expect(countCharacters(text)).toBe(Array.from(text).length);
    }),
  );
});
