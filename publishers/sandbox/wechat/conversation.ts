/**
 * What a follower and the account write to each other.
 * Source: https://developers.weixin.qq.com/doc/subscription/guide/product/message/Receiving_standard_messages.html
 */
import type { Context } from '../context';
import type { ChatLine } from '../state';
import { CITIZEN, headOf, OWNER } from './people';
import { push } from './push';
import { cdata, memberOf } from './xml';

/** What the phone shows when the account's server stays away. */
const OUT_OF_ORDER = '该公众号提供的服务出现故障，请稍后再试';
const KEPT_LINES = 200;

/** A follower writes something. @returns what the account answers at once, or null */
export async function say(context: Context, text: string): Promise<ChatLine | null> {
  const { state } = context.store;
  state.sequence += 1;
  add(context, { from: 'citizen', text });
  const said = `<MsgType><![CDATA[text]]></MsgType><Content>${cdata(text)}</Content><MsgId>2400000${state.sequence}</MsgId>`;
  return hear(context, said, 'MESSAGE');
}

/** Somebody begins to follow the account. */
export function follow(context: Context): Promise<ChatLine | null> {
  const event =
    '<MsgType><![CDATA[event]]></MsgType><Event><![CDATA[subscribe]]></Event><EventKey><![CDATA[]]></EventKey>';
  return hear(context, event, 'EVENT');
}

async function hear(context: Context, inner: string, kind: 'MESSAGE' | 'EVENT'): Promise<ChatLine | null> {
  const xml = `<xml>${headOf(CITIZEN, context.now().getTime())}${inner}</xml>`;
  const reply = await push(context, { kind, xml, to: OWNER, from: CITIZEN });
  if (reply === '') return null;
  return add(context, reply === null ? { from: 'platform', text: OUT_OF_ORDER } : lineOf(reply));
}

/** Of several articles a phone shows the first: more than one is not allowed here. */
function lineOf(reply: string): Pick<ChatLine, 'from' | 'text'> & Partial<ChatLine> {
  const member = (name: string): string => memberOf(reply, name) ?? '';
  if (member('ToUserName') !== CITIZEN || member('FromUserName') !== OWNER)
    return { from: 'platform', text: OUT_OF_ORDER };
  if (member('MsgType') === 'text') return { from: 'account', text: member('Content') };
  if (member('MsgType') !== 'news' || member('ArticleCount') !== '1') return { from: 'platform', text: OUT_OF_ORDER };
  return { from: 'account', title: member('Title'), text: member('Description'), url: member('Url') };
}

function add(context: Context, line: Pick<ChatLine, 'from' | 'text'> & Partial<ChatLine>): ChatLine {
  const { state, changed } = context.store;
  const whole: ChatLine = { title: null, url: null, ...line, at: context.now().getTime() };
  state.conversation = [...state.conversation, whole].slice(-KEPT_LINES);
  changed();
  return whole;
}
