import { decodeEntities } from '../article/decode-entities';
import { stripTags } from '../article/strip-tags';

/** What a public article page says about itself. Whatever it does not say is null. */
export interface ArticlePage {
  readonly title: string | null;
  /** The address behind “阅读原文”. */
  readonly source: string | null;
  /** The platform shows this page instead of an article that was there. */
  readonly gone: boolean;
}

const OG_TITLE = /<meta\s+property="og:title"\s+content="([^"]*)"/i;
const HEADLINE = /<h1[^>]*\bid="activity-name"[^>]*>([\s\S]*?)<\/h1>/i;
const SOURCE = /\bmsg_source_url\s*=\s*(["'])(.*?)\1/;
const GONE = /该内容已被(?:发布者)?删除|此内容因违规无法查看|此内容被投诉且经审核/;

/**
 * Reads the page as the platform's own scripts do: by its meta data, never by running it. A page without a title is no
 * article: the platform asks who is there, or shows an error.
 */
export function articlePage(html: string): ArticlePage {
  const title = OG_TITLE.exec(html)?.[1] ?? HEADLINE.exec(html)?.[1];
  const source = SOURCE.exec(html)?.[2];
  return {
    title: title === undefined ? null : plain(stripTags(title)),
    source: source === undefined || source === '' ? null : plain(unescapeScript(source)),
    gone: GONE.test(html) && !HEADLINE.test(html),
  };
}

const plain = (text: string): string => decodeEntities(text).replace(/\s+/g, ' ').trim();

/** `\x26amp;` stands for `&amp;` in the page's scripts. */
const unescapeScript = (text: string): string =>
  text.replace(/\\x([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
