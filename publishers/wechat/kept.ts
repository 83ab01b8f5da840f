/**
 * All that an article is made of: what WeChat is known to keep, and nothing that it drops without a word (ids, classes,
 * scripts, embedded media, positions, foreign addresses). One list for the check before sending and for the tests.
 * @see https://developers.weixin.qq.com/doc/subscription/api/draftbox/draftmanage/api_draft_add.html
 */

/** Attributes by tag. */
export const KEPT_TAGS: Readonly<Record<string, readonly string[]>> = {
  section: ['style'],
  p: ['style'],
  span: ['style'],
  h2: ['style'],
  h3: ['style'],
  strong: ['style'],
  em: ['style'],
  del: ['style'],
  code: ['style'],
  sup: ['style'],
  a: ['href', 'style'],
  img: ['src', 'alt', 'style'],
  br: [],
  hr: ['style'],
  ul: ['style'],
  ol: ['style', 'start'],
  li: ['style'],
  blockquote: ['style'],
  table: ['style'],
  thead: [],
  tbody: ['style'],
  tr: ['style'],
  th: ['style'],
  td: ['style'],
};

/** Properties of inline styles. */
export const KEPT_STYLES: ReadonlySet<string> = new Set(
  (
    'color background font-size font-weight font-style font-family line-height text-align ' +
    'text-indent vertical-align white-space word-break display width min-width max-width margin ' +
    'margin-top margin-right margin-bottom margin-left padding padding-top padding-right padding-bottom padding-left ' +
    'border border-top border-right border-bottom border-left border-radius border-collapse list-style-type overflow-x'
  ).split(' '),
);

/** Values of styles: no address, no variable, nothing that is computed except a colour. */
export const KEPT_VALUE = /^(?:[#\w.,% -]|rgba\([\d.,]+\))+$/;

/** Published articles of this and other accounts: the only links that readers can follow. */
export const KEPT_LINK = /^https?:\/\/mp\.weixin\.qq\.com\/s[/?]/;

/** Placeholders, for which `prepare` puts the platform's own addresses. */
export const KEPT_PICTURE = /^(?:media:[0-9a-f]{64}|drawn:qr)$/;
