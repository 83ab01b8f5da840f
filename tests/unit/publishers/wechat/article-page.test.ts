import { articlePage } from '../../../../publishers/wechat/article-page';

const PAGE = `<!DOCTYPE html><html><head>
<meta property="og:title" content="门诊&quot;共济&quot;怎么报销 &amp; 多少" />
</head><body><h1 class="rich_media_title " id="activity-name">
门诊"共济"怎么报销 &amp; 多少
</h1><script>
var msg_title = '门诊&quot;共济&quot;怎么报销 &amp; 多少'.html(false);
var msg_source_url = 'https://www.yunlan.gov.cn/explainers/a/?x=1\\x26amp;pub=01ABC';
</script></body></html>`;

test('a page tells its title and where “read the original” leads', () => {
  expect(articlePage(PAGE)).toEqual({
    title: '门诊"共济"怎么报销 & 多少',
    source: 'https://www.yunlan.gov.cn/explainers/a/?x=1&pub=01ABC',
    gone: false,
  });
});

test('without meta data the headline is the title; an empty source is none', () => {
  const page = PAGE.replace(/<meta[^>]*>/, '').replace(/msg_source_url = '[^']*'/, "msg_source_url = ''");
  expect(articlePage(page)).toMatchObject({ title: '门诊"共济"怎么报销 & 多少', source: null });
});

test('a page that asks who is there is no article, and one that was deleted says so', () => {
  expect(articlePage('<title>环境异常</title>')).toEqual({ title: null, source: null, gone: false });
  expect(articlePage('<div class="weui-msg__title">该内容已被发布者删除</div>').gone).toBe(true);
});

test('an article about deleting is not taken for a deleted one', () => {
  expect(articlePage(PAGE.replace('<script>', '<p>页面显示“该内容已被发布者删除”怎么办？</p><script>')).gone).toBe(
    false,
  );
});

test('a page of eight megabytes without an end is read in a moment', () => {
  const html = `<h1 id="activity-name"${' '.repeat(4_000_000)}${"msg_source_url = '".repeat(200_000)}`;
  expect(articlePage(html)).toMatchObject({ title: null, gone: false });
});
