import { countCharacters } from '../article/count-characters';

/** An address that the platform gives to a picture, e.g. https://mmbiz.qpic.cn/mmbiz_png/…/0?wx_fmt=png */
const PLATFORM_ADDRESS = 160;
const PLACEHOLDER = / src="(?:media|drawn):[^"]*"/g;

/** Length of an article's HTML as it will be sent, in code points: placeholders count as the addresses to come. */
export const contentLength = (html: string): number =>
  countCharacters(html.replace(PLACEHOLDER, '')) + (html.match(PLACEHOLDER)?.length ?? 0) * PLATFORM_ADDRESS;
