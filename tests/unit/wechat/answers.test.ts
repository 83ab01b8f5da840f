import { TABLES } from '../../../src/delivery/schema';
import { maskText } from '../../../src/wechat/mask-text';
import { askedQuestions } from '../../../src/wechat/questions';
import { NINE, SITE } from '../delivery/support/newsroom';
import { sampleContent } from '../publishers/article/sample-version';
import { openCallback, type World } from './support/open-callback';
import { CITIZEN, messageXml, post, signed, textXml } from './support/push';

let world: World;
/** Ids of explainers by the word that only their title holds. */
const ids = new Map<string, string>();
let number = 0;

async function publish(word: string, title: string, body: string): Promise<void> {
  const aspects = { background: body, basis: body, intent: body, implementation: body };
  const impact = { who: body, changes: body, action: body };
  const policies = sampleContent().policies.map((policy) => ({ ...policy, title, body }));
  const own = { summary: body, keywords: [word], differences: [], glossary: [], aspects, impact, policies };
  const version = await world.sign({ title, body, ...own });
  await world.plan(version, { account: 'website', at: NINE });
  ids.set(word, version.explainer);
  world.clock.pass(1_000);
}

beforeAll(async () => {
  world = await openCallback({ safeMode: false });
  await publish('门诊', '门诊看病也能报销', '门诊费用超过起付线的部分，由统筹基金报销。');
  await publish('充电', '小区充电桩怎么装', '业主凭购车合同向物业申请安装充电桩。');
  await publish('换电', '电动汽车换电有补贴', '新建充电桩和换电站都能申请补贴。');
  world.clock.set(NINE);
  await world.work();
});
afterAll(() => world.close());
beforeEach(async () => {
  await world.db(TABLES.questions).delete();
});

const ask = async (text: string): Promise<string> => (await post(signed(world), textXml(text, ++number))).text;
const pageOf = (word: string): string => `${SITE}/explainers/${ids.get(word) ?? ''}/`;
const rows = async (): Promise<unknown[]> => world.db(TABLES.questions).orderBy('id');

test('one explainer that fits is answered with a card that leads to it', async () => {
  const reply = await ask('请问门诊费用怎么报销？');
  expect(reply).toContain(`<ToUserName><![CDATA[${CITIZEN}]]></ToUserName>`);
  expect(reply).toContain('<ArticleCount>1</ArticleCount>');
  expect(reply).toContain('<Title><![CDATA[门诊看病也能报销]]></Title>');
  expect(reply).toContain(`<Url><![CDATA[${pageOf('门诊')}]]></Url>`);
  expect(await rows()).toMatchObject([
    { account: 'wechat', explainer: ids.get('门诊'), text: '请问门诊费用怎么报销？' },
  ]);
});

test('several are answered with links, first the one whose title says it', async () => {
  const reply = await ask('充电桩');
  expect(reply).toContain('找到 2 篇解读');
  expect(reply).toContain(`1. <a href="${pageOf('充电')}">小区充电桩怎么装</a>\n2. <a href="${pageOf('换电')}">`);
  expect(reply).toContain(`${SITE}/search?q=${encodeURIComponent('充电桩')}`);
  expect(await rows()).toMatchObject([{ explainer: ids.get('充电') }]);
});

test('what is only near is offered as such', async () => {
  const reply = await ask('冲电桩怎么安装');
  expect(reply).toContain('可能和您问的有关');
  expect(reply).toContain(pageOf('充电'));
});

test('what is called otherwise is found by its other names', async () => {
  const reply = await ask('新能源汽车换电');
  expect(reply).toContain('<Title><![CDATA[电动汽车换电有补贴]]></Title>');
  expect(reply).toContain(pageOf('换电'));
});

test('a question that nothing answers is pointed on, and kept as unanswered', async () => {
  const reply = await ask('<a>落户</a>政策');
  expect(reply).toContain('还没有找到解读“〈a〉落户〈/a〉政策”的文章');
  expect(reply).toContain(`<a href="${SITE}/search?q=`);
  expect(await rows()).toMatchObject([{ explainer: null }]);
});

test.each(['你好', '谢谢您！', 'Hello'])(
  '%j is a courtesy: answered with one, and not kept as a question',
  async (text) => {
    expect(await ask(text)).toContain('您好，这里是');
    expect(await rows()).toEqual([]);
  },
);

test('a courtesy before a question is a question', async () => {
  expect(await ask('你好，门诊费用')).toContain(pageOf('门诊'));
});

test.each(['？？', '😀', ' '])('%j is answered politely', async (text) => {
  expect(await ask(text)).toContain('换个说法再问一次');
});

test('a picture is asked for in words; a new follower is welcomed with three questions', async () => {
  const send = async (inner: string) => (await post(signed(world), messageXml(inner))).text;
  const picture = await send(`<MsgType><![CDATA[image]]></MsgType><MsgId>${++number}</MsgId>`);
  expect(picture).toContain('目前只能看懂文字');
  const hello = await send('<MsgType><![CDATA[event]]></MsgType><Event><![CDATA[subscribe]]></Event>');
  expect(hello.match(/<a href="[^"]+\/search\?q=/g)).toHaveLength(3);
  expect(hello).toContain('您好，这里是云澜市政策解读。');
  expect(await rows()).toEqual([]);
});

test('long titles are left out before the platform cuts the answer off', async () => {
  const found = Array.from({ length: 5 }, (_, index) => ({
    explainer: `e${index}`,
    href: `/explainers/${'e'.repeat(250)}/`,
    title: '门'.repeat(300),
    summary: '',
  }));
  const find = () => Promise.resolve({ hits: found, total: 5, fits: true, near: [] });
  const url = await world.openAnother({ find });
  const { text } = await post(signed({ ...world, url }), textXml('门', ++number));
  const content = /<Content><!\[CDATA\[([^]*)\]\]><\/Content>/.exec(text)?.[1] ?? '';
  expect(Buffer.byteLength(content)).toBeLessThanOrEqual(2_048);
  expect(content).toContain('\n1. <a');
  expect(content).not.toContain('\n5. <a');
  expect(content).toContain('在网站看全部结果</a>');
});

describe('without identity', () => {
  test.each([
    ['我的电话 13800138000 请回电', '我的电话 ［号码］ 请回电'],
    ['138-0013-8000', '［号码］'],
    ['１３８００１３８０００', '［号码］'],
    ['身份证11010519491231002X能办吗', '身份证［号码］能办吗'],
    ['我是一三八零零一三八零零零', '我是［号码］'],
    ['发到 zhang.san@example.com 吧', '发到 ［邮箱］ 吧'],
    ['2026年12月1日起500元', '2026年12月1日起500元'],
    ['云澜政办发〔2026〕12号', '云澜政办发〔2026〕12号'],
    ['多\n行\u0000字', '多 行 字'],
  ])('%j is kept as %j', (text, kept) => {
    expect(maskText(text)).toBe(kept);
  });

  test('a text is cut without cutting a character', () => {
    expect(maskText('𠮷'.repeat(300))).toBe('𠮷'.repeat(200));
  });

  test('nothing in the database tells who asked, or when within the hour', async () => {
    world.clock.pass(17 * 60_000);
    await ask('我是张三，电话13800138000，门诊怎么报销');
    const whole: string[] = [];
    for (const table of Object.values(TABLES)) whole.push(JSON.stringify(await world.db(table)));
    const text = whole.join('\n');
    expect(text).not.toContain(CITIZEN);
    expect(text).not.toContain('13800138000');
    const [asked] = await askedQuestions(world.db, 0, 10);
    expect(asked?.lastAskedAt).toBe(new Date(NINE).toISOString());
  });
});

test('what people ask is listed by its words: first what nothing answers, then the most frequent and the latest', async () => {
  for (const text of [
    '冲电桩怎么安装',
    '门诊怎么报销',
    '门诊 报销',
    '门诊能报销吗',
    '充电桩',
    '落户',
    '请问落户',
    '生育津贴',
  ])
    await ask(text);
  world.clock.pass(24 * 3_600_000);
  await ask('充电桩');
  const since = (days: number) => world.clock.now().getTime() - days * 24 * 3_600_000;
  const asked = await askedQuestions(world.db, since(30), 10);
  expect(asked.map(({ words, times }) => [words, times])).toEqual([
    ['落户', 2],
    ['冲电桩 安装', 1],
    ['生育津贴', 1],
    ['门诊 报销', 3],
    ['充电桩', 2],
  ]);
  expect(asked[1]).toMatchObject({ explainer: ids.get('充电'), fits: false });
  expect(asked[4]).toMatchObject({ explainer: ids.get('充电'), fits: true, lastAskedAt: '2026-11-24T01:00:00.000Z' });
  expect((await askedQuestions(world.db, since(0.5), 10)).map(({ words }) => words)).toEqual(['充电桩']);
  expect(await askedQuestions(world.db, since(30), 1)).toHaveLength(1);
});

test('questions are kept for a year', async () => {
  await ask('门诊');
  world.clock.pass(367 * 24 * 3_600_000);
  await ask('充电');
  await world.callback.forget();
  expect(await rows()).toMatchObject([{ words: '充电' }]);
});
