/**
 * Length as staff and platforms count it: in code points, so that an emoji is one and not two. Counts without taking
 * the text apart, because it runs over whole articles at each keystroke.
 */
export function countCharacters(text: string): number {
  let count = text.length;
  for (let index = 1; index < text.length; index += 1) {
    const isSecondHalf = (text.charCodeAt(index) & 0xfc00) === 0xdc00;
    if (isSecondHalf && (text.charCodeAt(index - 1) & 0xfc00) === 0xd800) count -= 1;
  }
  return count;
}
