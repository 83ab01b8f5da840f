import { leavesGovernment } from '../../../../publishers/article/leaves-government';
import { readMarkdown } from '../../../../publishers/article/markdown';
import { semanticHtml } from '../../../../publishers/article/semantic-html';

test.each([
  ['https://www.gov.cn/zhengce/', null],
  ['https://gov.cn', null],
  ['http://zfwzgl.www.gov.cn/', null],
  ['https://bszs.conac.cn/sitename', null],
  ['/policies/a/', null],
  ['mailto:a@example.com', null],
  ['https://', null],
  ['https://www.example.com/a?b=gov.cn', 'www.example.com'],
  ['https://notgov.cn/', 'notgov.cn'],
  ['https://www.gov.cn.example.com/', 'www.gov.cn.example.com'],
  ['https://www.gov.cn@example.com/', 'example.com'],
])('a link to %s leaves government for %s', (href, host) => {
  expect(leavesGovernment(href)).toBe(host);
});

test('a link in the text that leaves government says for which host', () => {
  const html = semanticHtml(
    readMarkdown('[甲](https://a.example/x) [乙](https://www.gov.cn/)', () => null, 'a').blocks,
  );
  expect(html).toContain('href="https://a.example/x" rel="noopener" data-leave="a.example"');
  expect(html).toContain('href="https://www.gov.cn/" rel="noopener">');
});
