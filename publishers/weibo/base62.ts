const ALPHABET = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
const DIGITS_PER_GROUP = 7;
const LETTERS_PER_GROUP = 4;

/**
 * The short form of a post's number as it stands in public addresses, `https://weibo.com/<uid>/<base62>`: decimal
 * digits from the right in groups of seven, each as four letters, the first one without leading zeros.
 *
 * @param mid decimal digits; a string, because numbers of posts outgrow what a double holds exactly
 * @see https://open.weibo.com/wiki/2/statuses/querymid
 */
export function base62(mid: string): string {
  if (!/^\d+$/.test(mid)) throw new Error(`not a number of a post: ${mid}`);
  const groups: string[] = [];
  for (let end = mid.length; end > 0; end -= DIGITS_PER_GROUP) {
    groups.unshift(encode(Number(mid.slice(Math.max(0, end - DIGITS_PER_GROUP), end))));
  }
  const [first = '', ...others] = groups;
  return first + others.map((group) => group.padStart(LETTERS_PER_GROUP, '0')).join('');
}

function encode(value: number): string {
  let rest = value;
  let letters = '';
  do {
    letters = ALPHABET.charAt(rest % 62) + letters;
    rest = Math.floor(rest / 62);
  } while (rest > 0);
  return letters;
}
