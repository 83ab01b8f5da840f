import type { Message } from './message';
import { writeXml, type XmlValue } from './write-xml';

/** What a person is answered at once: words, or one card that leads to a page. */
export type Reply =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'card'; readonly title: string; readonly description: string; readonly url: string };

/**
 * The passive reply to a message, as XML. A message may be answered with one article since 12 October 2018.
 * @param at seconds since 1970
 * @see https://developers.weixin.qq.com/doc/subscription/guide/product/message/Passive_user_reply_message.html
 */
export function replyXml({ from, to }: Message, reply: Reply, at: number): string {
  const head: XmlValue = [
    ['ToUserName', from],
    ['FromUserName', to],
    ['CreateTime', at],
  ];
  return writeXml('xml', [...head, ...(reply.kind === 'text' ? textOf(reply.text) : cardOf(reply))]);
}

const textOf = (text: string): readonly (readonly [string, XmlValue])[] => [
  ['MsgType', 'text'],
  ['Content', text],
];

/** Without a picture: the site's are WebP, and a card shows JPG and PNG only. */
const cardOf = ({ title, description, url }: Extract<Reply, { kind: 'card' }>) =>
  [
    ['MsgType', 'news'],
    ['ArticleCount', 1],
    [
      'Articles',
      [
        [
          'item',
          [
            ['Title', title],
            ['Description', description],
            ['PicUrl', ''],
            ['Url', url],
          ],
        ],
      ],
    ],
  ] as const satisfies readonly (readonly [string, XmlValue])[];
