/**
 * Length of a post in 字, as the web composer counts it: two narrow characters make one, a link costs ten.
 * Source: the counter `STK.kit.extra.count` of weibo.com's composer.
 */
export function weiboLength(input: string): number {
  const text = input.replace(/\r\n/g, '\n');
  const urls = text.match(URLS) ?? [];
  const rest = urls.reduce((left, url) => left.replace(url, ''), text);
  const halves = urls.reduce((sum, url) => sum + urlCost(url), bytesOf(rest));
  return Math.ceil(halves / 2);
}

/** Links in running text; Chinese characters and punctuation end them. */
export const URLS = /https?:\/\/[^\s\u4e00-\u9fa5，。！？；：、（）《》“”]+/gi;

const LINK_COST = 20;
const LONG_LINK = 140;
const LONG_OWN_LINK = 41;

function urlCost(url: string): number {
  const bytes = bytesOf(url);
  if (/^https?:\/\/t\.cn(?:\/|$)/i.test(url)) return bytes;
  if (/^https?:\/\/(?:[^/]*\.)?(?:weibo\.(?:com|cn)|sina\.(?:com|cn|com\.cn))/i.test(url))
    return bytes <= LONG_OWN_LINK ? bytes : LINK_COST;
  return bytes <= LONG_LINK ? LINK_COST : LINK_COST + bytes - LONG_LINK;
}

/** One per Latin-1 unit, two per other UTF-16 unit. */
function bytesOf(text: string): number {
  let bytes = 0;
  for (let at = 0; at < text.length; at += 1) bytes += text.charCodeAt(at) > 0xff ? 2 : 1;
  return bytes;
}
