import { z } from 'zod';
import type { XmlElement } from './read-xml';

interface Said {
  /** The account's original id. */
  readonly to: string;
  /** Who sent it: an OpenID, which goes into the reply and nowhere else. */
  readonly from: string;
  /** The same for every copy that the platform sends of it, and for nothing else. */
  readonly occasion: string;
}

/** One message or event, as far as something follows from it. */
export type Message = Said &
  (
    | { readonly kind: 'text'; readonly text: string }
    /** A picture, a recording, a place: somebody wants something, and it is not in words. */
    | { readonly kind: 'wordless' }
    | { readonly kind: 'subscribe' }
    /** A publish task has ended, or what it published was taken away later (5, 6). */
    | {
        readonly kind: 'publish-finished';
        readonly publishId: string;
        readonly status: number;
        readonly articleId: string | null;
      }
    | { readonly kind: 'mass-finished'; readonly messageId: string }
    | { readonly kind: 'other' }
  );

const name = z.string().trim().min(1).max(128);
const digits = z
  .string()
  .trim()
  .regex(/^\d{1,20}$/);
/** The platform's own sample has a line break within this one. */
const articleId = z
  .string()
  .transform((text) => text.replace(/\s+/g, ''))
  .pipe(z.string().regex(/^[\w-]{1,128}$/));

const head = z.object({ ToUserName: name, FromUserName: name, CreateTime: digits, MsgType: name });
const text = z.object({ MsgId: digits, Content: z.string() });
/** A recording comes with its words where the account lets the platform recognise speech. */
const spoken = z.object({ MsgId: digits, Recognition: z.string().default('') });
const event = z.object({ Event: name });
const publication = z.object({
  publish_id: digits,
  publish_status: digits.transform(Number),
  article_id: articleId.nullable().catch(null),
});
const mass = z.object({ MsgID: digits });

/**
 * Reads what the platform pushes; null when it is none of its messages.
 * @see https://developers.weixin.qq.com/doc/subscription/guide/product/message/Receiving_standard_messages.html
 */
export function readMessage(root: XmlElement): Message | null {
  const given = membersOf(root);
  const common = head.safeParse(given).data;
  if (root.name !== 'xml' || !common) return null;
  const from = { to: common.ToUserName, from: common.FromUserName };
  const type = common.MsgType.toLowerCase();
  if (type === 'event') {
    const happened = event.safeParse(given).data?.Event.toUpperCase();
    if (happened === undefined) return null;
    return { ...from, ...readEvent(root, happened, `${from.from}:${common.CreateTime}:${happened}`) };
  }
  if (type === 'text') {
    const said = text.safeParse(given).data;
    return said ? { ...from, kind: 'text', text: said.Content, occasion: said.MsgId } : null;
  }
  const said = spoken.safeParse(given).data;
  if (!said) return null;
  return { ...from, occasion: said.MsgId, ...(said.Recognition.trim() === '' ? WORDLESS : words(said.Recognition)) };
}

const WORDLESS = { kind: 'wordless' } as const;
const words = (recognised: string) => ({ kind: 'text', text: recognised }) as const;

/** Tasks may end in the same second and their events come from the same helper, so their number is part of the occasion. */
function readEvent(root: XmlElement, happened: string, occasion: string) {
  // One SDK knows it by its second name.
  if (happened === 'PUBLISHJOBFINISH' || happened === 'FREEPUBLISHJOBFINISH') {
    const info = root.children.find((child) => child.name === 'PublishEventInfo');
    const task = info && publication.safeParse(membersOf(info)).data;
    if (!task) return { kind: 'other', occasion } as const;
    const { publish_id: publishId, publish_status: status, article_id } = task;
    const told = { publishId, status, articleId: article_id };
    return { kind: 'publish-finished', ...told, occasion: `${occasion}:${publishId}:${status}` } as const;
  }
  if (happened === 'MASSSENDJOBFINISH') {
    const job = mass.safeParse(membersOf(root)).data;
    if (!job) return { kind: 'other', occasion } as const;
    return { kind: 'mass-finished', messageId: job.MsgID, occasion: `${occasion}:${job.MsgID}` } as const;
  }
  return { kind: happened === 'SUBSCRIBE' ? 'subscribe' : 'other', occasion } as const;
}

/** Its children by name; of several with one name the first. */
const membersOf = ({ children }: XmlElement): Readonly<Record<string, string>> =>
  Object.fromEntries([...children].reverse().map(({ name: key, text: value }) => [key, value]));
