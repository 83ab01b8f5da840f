import { pictureBytes, RIP, startClient, type Client } from './client';

let client: Client;
beforeEach(async () => (client = await startClient({ publicBaseUrl: 'http://localhost:1338' })));
afterEach(() => client.sandbox.close());

const page = async (path: string): Promise<{ status: number; policy: string; html: string }> => {
  const response = await fetch(client.sandbox.url + path);
  const policy = response.headers.get('content-security-policy') ?? '';
  return { status: response.status, policy, html: await response.text() };
};

async function publish(
  article: Record<string, unknown>,
): Promise<{ path: string; articleId: string; message: string }> {
  const added = await client.wechat('draft/add', { articles: [article] });
  const submitted = await client.wechat('freepublish/submit', { media_id: added['media_id'] });
  client.pass(1000);
  const entry = client.sandbox.ledger().at(-1);
  return {
    path: new URL(entry?.url ?? '').pathname,
    articleId: entry?.id ?? '',
    message: String(submitted['msg_data_id']),
  };
}

async function news(content: string): Promise<Record<string, unknown>> {
  const cover = await client.upload('material/add_material?type=image', await pictureBytes());
  return {
    title: '门诊怎么报销 <b>',
    author: '云澜市医保局',
    content,
    thumb_media_id: cover['media_id'],
    content_source_url: 'https://www.yunlan.gov.cn/explainers/1/',
  };
}

test('an article is shown as it was kept, with its pictures from here and no script allowed', async () => {
  const picture = await client.upload('media/uploadimg', await pictureBytes());
  const { path } = await publish(
    await news(`<p>正文<script>alert(1)</script></p><img src="${String(picture['url'])}">`),
  );
  const { html, policy } = await page(path.replace('/s/', '/phone/wechat/article/'));
  for (const text of ['<p>正文</p>', '门诊怎么报销 &lt;b>', '云澜市医保局', '2026年11月23日 09:00', '阅读原文', '沙盒'])
    expect(html).toContain(text);
  expect(html).not.toMatch(/<script|mmbiz/);
  expect(policy).toContain("script-src 'none'");
  expect(policy).toMatch(/sandbox(?!.*allow-scripts)/);
  const bytes = await fetch(
    client.sandbox.url + (/class="content">.*?src="(\/pictures\/[\w-]+)"/.exec(html)?.[1] ?? '/none'),
  );
  expect(Buffer.from(await bytes.arrayBuffer()).equals(await pictureBytes())).toBe(true);
});

test('the list shows the part of a cover that was chosen for it', async () => {
  await publish({
    ...(await news('<p>正文</p>')),
    pic_crop_235_1: '0.25_0_0.75_0.5',
    pic_crop_1_1: '0_0_0.422222_1',
  });
  const { html } = await page('/phone/wechat');
  expect(html).toContain('width:200%;height:200%;left:-50%;top:0%');
});

test('the list shows covers, and says which article is gone', async () => {
  const { path, articleId } = await publish(await news('<p>正文</p>'));
  expect((await page('/phone/wechat')).html).toMatch(/lead-cover"[^>]*><img src="\/pictures\//);
  await client.wechat('freepublish/delete', { article_id: articleId });
  expect((await page('/phone/wechat')).html).toContain('已删除');
  expect((await page(path.replace('/s/', '/phone/wechat/article/'))).html).toContain('该内容已被删除');
});

test('an image post shows its pictures in order', async () => {
  const ids = [];
  for (const width of [30, 40, 50])
    ids.push((await client.upload('material/add_material?type=image', await pictureBytes('png', width)))['media_id']);
  const image_list = ids.map((image_media_id) => ({ image_media_id }));
  const { path } = await publish({
    article_type: 'newspic',
    title: '三张图',
    content: '图说',
    image_info: { image_list },
  });
  const { html } = await page(path.replace('/s/', '/phone/wechat/article/'));
  expect(html.match(/<figure>/g)).toHaveLength(3);
  expect(html).toContain('3/3');
});

test('public addresses in answers open a page here, for both platforms', async () => {
  const { path } = await publish(await news('<p>正文</p>'));
  expect(await page(path)).toMatchObject({ status: 200 });
  await client.weibo('2/statuses/share.json', { status: '看 https://www.yunlan.gov.cn/', rip: RIP });
  const status = client.sandbox.ledger().at(-1);
  const byBase62 = await page(new URL(status?.url ?? '').pathname);
  expect(byBase62.html).toContain(status?.id);
  expect((await page(`/weibo-status/1404376560/${status?.id ?? ''}`)).html).toBe(byBase62.html);
});

test('the Weibo phone shows links by name and keeps markup as text', async () => {
  await client.weibo(
    '2/statuses/share.json',
    { status: '<img src=x> https://www.yunlan.gov.cn/a', rip: RIP },
    await pictureBytes(),
  );
  const { html } = await page('/phone/weibo');
  expect(html).toContain('&lt;img src=x> <a href="https://www.yunlan.gov.cn/a"');
  expect(html).toContain('网页链接');
  expect(html).toContain('云澜发布');
  expect(html).toMatch(/class="picture" src="\/pictures\//);
});

test('the pages of the sandbox itself run only their own script', async () => {
  for (const path of ['/', '/traffic', '/phone/wechat', '/phone/weibo']) {
    const { status, policy, html } = await page(path);
    expect(status).toBe(200);
    expect(html).toContain('沙盒');
    expect(policy).toMatch(/script-src 'sha256-[\w+/=]+'/);
    expect(policy).toContain("default-src 'none'");
  }
});

test.each(['/s/none', '/weibo-status/1/none', '/pictures/none', '/phone/wechat/article/none', '/none', '/_none'])(
  '%s does not exist',
  async (path) => {
    expect((await page(path)).status).toBe(404);
  },
);

test('readers write under articles that are open to them, and see what the account elects, as text', async () => {
  await client.admin('POST', '/_scenarios', { comments: true });
  const { path, message } = await publish({ ...(await news('<p>正文</p>')), need_open_comment: 1 });
  const article = path.replace('/s/', '');
  expect((await page('/traffic')).html).toContain(`<option value="${article}"`);
  for (const content of ['<b>什么时候开始？</b>', '没有精选的']) {
    await client.admin('POST', '/_comments', { article, content });
  }
  const one = { msg_data_id: message, index: 0, user_comment_id: 1 };
  await client.wechat('comment/markelect', one);
  await client.wechat('comment/reply/add', { ...one, content: '十二月一日。' });
  const { html } = await page(`/phone/wechat/article/${article}`);
  expect(html).toContain('&lt;b>什么时候开始？&lt;/b>');
  expect(html).toContain('作者：十二月一日。');
  expect(html).not.toContain('没有精选的');
});

test('the switches of an account stand on the page; the administrator is asked only while a send waits for him', async () => {
  const asks = 'data-path="/_confirm-mass"';
  await client.admin('POST', '/_scenarios', { massProtection: true, whitelist: ['127.0.0.1', '203.0.113.0/24'] });
  const before = (await page('/traffic')).html;
  expect(before).toMatch(
    /name="standing".*AppSecret 已冻结.*name="whitelist" value="127\.0\.0\.1 203\.0\.113\.0\/24"/s,
  );
  expect(before).not.toContain(asks);
  const body = { filter: { is_to_all: true }, msgtype: 'text', text: { content: '通知' } };
  await client.wechat('message/mass/sendall', body);
  expect((await page('/traffic')).html).toContain(asks);
  await client.admin('POST', '/_confirm-mass', { accept: true });
  expect((await page('/traffic')).html).not.toContain(asks);
  await client.admin('POST', '/_scenarios', { massProtection: false, whitelist: null });
});
