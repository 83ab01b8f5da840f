/** An address as Weibo's composer recognises it: it ends at white space, a Chinese character or full-width punctuation. */
export const WEIBO_URL = /https?:\/\/[^\s\u4e00-\u9fa5，。！？；：、（）《》“”]+/gi;

const SHORT_HOST = /^https?:\/\/t\.cn(\/|$)/i;
const OWN_HOSTS = /^https?:\/\/([^/]*\.)?(weibo\.(com|cn)|sina\.(com|cn|com\.cn))/i;

/** What Weibo charges for an address that it will shorten itself, in half characters. */
const SHORTENED = 20;
const LONGEST_OWN_ADDRESS = 41;
const LONGEST_FREE_ADDRESS = 140;

/**
 * The length of a post as Weibo's own composer counts it: two Latin letters are one character, every other UTF-16
 * unit is one, and an ordinary address counts ten, however long it looks.
 *
 * @returns whole Chinese characters, rounded up
 * @see the counter of the web composer, `STK.kit.extra.count` on https://weibo.com
 */
export function weiboLength(input: string): number {
  let rest = input.replace(/\r\n/g, '\n');
  let halves = 0;
  for (const address of rest.match(WEIBO_URL) ?? []) {
    halves += addressHalves(address);
    rest = rest.replace(address, '');
  }
  return Math.ceil((halves + textHalves(rest)) / 2);
}

function addressHalves(address: string): number {
  const halves = textHalves(address);
  if (SHORT_HOST.test(address)) return halves;
  if (OWN_HOSTS.test(address)) return halves <= LONGEST_OWN_ADDRESS ? halves : SHORTENED;
  return halves <= LONGEST_FREE_ADDRESS ? SHORTENED : SHORTENED + halves - LONGEST_FREE_ADDRESS;
}

function textHalves(text: string): number {
  let halves = 0;
  for (let at = 0; at < text.length; at++) halves += text.charCodeAt(at) > 0xff ? 2 : 1;
  return halves;
}
