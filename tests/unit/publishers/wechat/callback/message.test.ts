import { readMessage, type Message } from '../../../../../publishers/wechat/callback/message';
import { readXml } from '../../../../../publishers/wechat/callback/read-xml';
import { replyXml } from '../../../../../publishers/wechat/callback/reply';
import { writeXml } from '../../../../../publishers/wechat/callback/write-xml';
import { KNOWN } from './known-push';

const HEAD =
  '<ToUserName><![CDATA[gh_1]]></ToUserName><FromUserName><![CDATA[o1]]></FromUserName><CreateTime>1767225660</CreateTime>';
const read = (inner: string): Message | null => {
  const root = readXml(`<xml>${HEAD}${inner}</xml>`);
  return root && readMessage(root);
};
const event = (name: string, inner = ''): Message | null =>
  read(`<MsgType><![CDATA[event]]></MsgType><Event><![CDATA[${name}]]></Event>${inner}`);

describe('XML', () => {
  test('is read with nested lists, line breaks between elements, and CDATA in pieces', () => {
    const root = readXml(
      '\ufeff<xml>\n <a><![CDATA[1]]></a>\n<list><item><n>2</n></item><item/></list></xml>'.replace(
        '<item/>',
        '<item></item>',
      ),
    );
    expect(root?.children.map(({ name }) => name)).toEqual(['a', 'list']);
    expect(root?.children[1]?.children).toHaveLength(2);
    expect(readXml('<xml><a><![CDATA[x]]]]><![CDATA[>y]]></a></xml>')?.children[0]?.text).toBe('x]]>y');
  });

  test.each([
    ['nothing', ''],
    ['no XML', '{"a":1}'],
    ['an element that is never closed', '<xml><a>1</xml>'],
    ['elements that cross', '<xml><a><b></a></b></xml>'],
    ['two roots', '<xml></xml><xml></xml>'],
    ['words beside elements', '<xml>words<a>1</a></xml>'],
    ['an attribute', '<xml a="1"></xml>'],
    ['a comment', '<xml><!-- x --></xml>'],
    ['a declaration', '<?xml version="1.0"?><xml></xml>'],
    ['an entity', '<xml><a>&lt;</a></xml>'],
    ['CDATA without end', '<xml><a><![CDATA[x</a></xml>'],
    ['an external entity', '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><xml><a>&e;</a></xml>'],
    ['a billion laughs', '<!DOCTYPE x [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><xml><a>&b;</a></xml>'],
    ['a hundred levels', `${'<a>'.repeat(100)}1${'</a>'.repeat(100)}`],
    ['thousands of elements', `<xml>${'<a>1</a>'.repeat(5_000)}</xml>`],
  ])('with or of %s is not read', (_what, source) => {
    expect(readXml(source)).toBeNull();
  });

  test('keeps any text that is written into it', () => {
    for (const text of ['a]]>b', '<script>&amp;', '𠮷 👨‍👩‍👧', ' 空 格 ', ']]', '']) {
      expect(readXml(writeXml('xml', [['a', text]]))?.children[0]?.text).toBe(text);
    }
    expect(writeXml('a', 'x\u0000\u0008y\ud800')).toBe('<a><![CDATA[xy]]></a>');
  });
});

describe('messages', () => {
  test('the end of a publish task, with the line break that the platform puts into the id', () => {
    const root = readXml(KNOWN.message.replace('Qjiv', 'Qji\nv'));
    expect(root && readMessage(root)).toMatchObject({
      kind: 'publish-finished',
      publishId: '2247503051',
      status: 0,
      articleId: 'b5O2OUs25HBxRceL7hfReg-U9QGeq9zQjiDvy',
    });
  });

  test('a failed one names no article, and is known under its second name, too', () => {
    const info =
      '<PublishEventInfo><publish_id>7</publish_id><publish_status>2</publish_status><fail_idx>1</fail_idx><fail_idx>2</fail_idx></PublishEventInfo>';
    for (const name of ['PUBLISHJOBFINISH', 'FREEPUBLISHJOBFINISH'])
      expect(event(name, info)).toMatchObject({ kind: 'publish-finished', publishId: '7', status: 2, articleId: null });
  });

  test('the end of a mass send', () => {
    expect(event('MASSSENDJOBFINISH', '<MsgID>34182</MsgID><Status><![CDATA[err(40002)]]></Status>')).toMatchObject({
      kind: 'mass-finished',
      messageId: '34182',
    });
  });

  test('two tasks that end in the same second are two occasions, copies of one are one', () => {
    const ended = (id: number) =>
      event(
        'PUBLISHJOBFINISH',
        `<PublishEventInfo><publish_id>${id}</publish_id><publish_status>0</publish_status></PublishEventInfo>`,
      )?.occasion;
    expect(ended(1)).toBe(ended(1));
    expect(ended(1)).not.toBe(ended(2));
  });

  test('words, recognised speech, things without words, and a new follower', () => {
    const id = '<MsgId>23</MsgId>';
    const of = (type: string, inner: string) => read(`<MsgType><![CDATA[${type}]]></MsgType>${inner}${id}`);
    expect(of('text', '<Content><![CDATA[门诊怎么报销]]></Content>')).toMatchObject({
      kind: 'text',
      text: '门诊怎么报销',
      from: 'o1',
      to: 'gh_1',
      occasion: '23',
    });
    expect(of('voice', '<Recognition><![CDATA[门诊报销]]></Recognition>')).toMatchObject({
      kind: 'text',
      text: '门诊报销',
    });
    expect(of('voice', '<Recognition><![CDATA[]]></Recognition>')).toMatchObject({ kind: 'wordless' });
    expect(of('image', '<PicUrl><![CDATA[http://x]]></PicUrl>')).toMatchObject({ kind: 'wordless' });
    expect(event('subscribe')).toMatchObject({ kind: 'subscribe' });
    expect(event('unsubscribe')).toMatchObject({ kind: 'other' });
  });

  test.each([
    ['has no sender', '<xml><MsgType>text</MsgType></xml>'],
    ['is no message', `<other>${HEAD}<MsgType>text</MsgType><Content>x</Content><MsgId>1</MsgId></other>`],
    ['has a time that is none', `<xml>${HEAD.replace('1767225660', 'now')}<MsgType>text</MsgType></xml>`],
    ['has no number', `<xml>${HEAD}<MsgType>text</MsgType><Content>x</Content></xml>`],
    ['is an event without a name', `<xml>${HEAD}<MsgType>event</MsgType></xml>`],
  ])('what %s is not read', (_what, source) => {
    const root = readXml(source);
    expect(root).not.toBeNull();
    expect(root && readMessage(root)).toBeNull();
  });

  test('an event whose number is no number leads to nothing', () => {
    const info =
      '<PublishEventInfo><publish_id>%" or 1</publish_id><publish_status>0</publish_status></PublishEventInfo>';
    expect(event('PUBLISHJOBFINISH', info)).toMatchObject({ kind: 'other' });
    expect(event('MASSSENDJOBFINISH', '<MsgID>-1</MsgID>')).toMatchObject({ kind: 'other' });
  });
});

test('a reply goes to whoever wrote, in the name of the account, with one card', () => {
  const message = event('subscribe');
  if (!message) throw new Error('not read');
  const card = { kind: 'card', title: '门诊报销', description: '说明', url: 'https://x.cn/a?b=1&c=2' } as const;
  const root = readXml(replyXml(message, card, 1_767_225_660));
  const member = (name: string) => root?.children.find((child) => child.name === name);
  expect([member('ToUserName')?.text, member('FromUserName')?.text, member('CreateTime')?.text]).toEqual([
    'o1',
    'gh_1',
    '1767225660',
  ]);
  expect([member('MsgType')?.text, member('ArticleCount')?.text]).toEqual(['news', '1']);
  const [item, ...others] = member('Articles')?.children ?? [];
  expect(others).toEqual([]);
  expect(item?.children.map(({ name, text }) => [name, text])).toEqual([
    ['Title', '门诊报销'],
    ['Description', '说明'],
    ['PicUrl', ''],
    ['Url', 'https://x.cn/a?b=1&c=2'],
  ]);
});
