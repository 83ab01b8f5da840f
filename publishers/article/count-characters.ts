/** Length as staff and platforms count it: in code points, so that an emoji is one and not two. */
export const countCharacters = (text: string): number => Array.from(text).length;
