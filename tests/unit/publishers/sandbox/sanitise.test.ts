import fc from 'fast-check';
import { digestOf, sanitise } from '../../../../publishers/sandbox/wechat/sanitise';

const OWN = 'http://mmbiz.qpic.cn/sz_mmbiz_png/abc/0?wx_fmt=png';

test.each([
  ['a script', '<p>前</p><script>alert(1)</script><p>后</p>', '<p>前</p><p>后</p>'],
  ['an unclosed script', '<p>前</p><script>alert(1)', '<p>前</p>'],
  ['a style sheet', '<style>p{color:red}</style><p>文</p>', '<p>文</p>'],
  ['an embedded page', '<iframe src="https://v.example"></iframe><p>文</p>', '<p>文</p>'],
  ['a video', '<video src="a.mp4"><source src="b.mp4"></video><p>文</p>', '<p>文</p>'],
  ['a form', '<form action="/x"><input name="a">填写</form><p>文</p>', '<p>文</p>'],
  ['a comment', '<p>文<!-- 记号 --></p>', '<p>文</p>'],
  ['an event handler', '<p onclick="alert(1)">文</p>', '<p>文</p>'],
  ['an unquoted event handler', '<p ONCLICK=alert(1)>文</p>', '<p>文</p>'],
  ['id and class', '<section id="a" class="b">文</section>', '<section>文</section>'],
  ['a position', '<p style="position:absolute; color:red">文</p>', '<p style="color:red">文</p>'],
  ['a variable', '<p style="color:var(--x)">文</p>', '<p>文</p>'],
  ['a foreign background', '<p style="background:url(https://a.example/b.png)">文</p>', '<p>文</p>'],
  ['a foreign picture', '<p>文<img src="https://a.example/b.png"></p>', '<p>文</p>'],
  ['a picture as data', '<p>文<img src="data:image/png;base64,AAAA"></p>', '<p>文</p>'],
  ['the target of a foreign link', '<a href="https://a.example/">网站</a>', '<a>网站</a>'],
  ['an unknown element but not its text', '<article>文</article>', '文'],
  [
    'an id inside a drawing',
    '<svg viewBox="0 0 1 1"><g id="a"><path d="M0 0"/></g></svg>',
    '<svg viewBox="0 0 1 1"><g><path d="M0 0" /></g></svg>',
  ],
])('removes %s without a word', (_what, sent, kept) => {
  expect(sanitise(sent)).toBe(kept);
});

test.each([
  `<section style="font-size:16px; line-height:1.75"><p>正文</p></section>`,
  `<p><img src="${OWN}" style="width:100%" alt="图"></p>`,
  `<table><tr><td colspan="2">一</td></tr></table>`,
  `<a href="https://mp.weixin.qq.com/s/abc">上一篇</a>`,
  `<p style="background:url(${OWN})">文</p>`,
])('keeps what the platform keeps: %s', (html) => {
  expect(sanitise(html)).toBe(html);
});

test('whatever is sent, no script, handler or foreign address can run or load afterwards', () => {
  const piece = fc.constantFrom(
    '<script>',
    '</script>',
    '<img src=x onerror=alert(1)>',
    '<',
    '>',
    '"',
    "'",
    '<p ',
    'onclick="a"',
    '<svg onload=a>',
    '文',
    '<iframe srcdoc="<p>">',
    '<a href="javascript:a">',
    '<!--',
    '-->',
    '<scr<script>ipt>',
    '<p style="background:url(//a.example)">',
    '/>',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
      const kept = sanitise(pieces.join(''));
      for (const [tag] of kept.matchAll(/<[a-z](?:"[^"]*"|[^">])*>/gi)) {
        expect(tag).not.toMatch(/^<(?:script|iframe|style)/i);
        expect(tag.replace(/"[^"]*"/g, '""')).not.toMatch(/\son\w+\s*=|\ssrcdoc/i);
        expect(tag).not.toMatch(/javascript:|a\.example/i);
      }
    }),
    { numRuns: 500 },
  );
});

test('the digest is the first 54 characters of what can be read', () => {
  expect(digestOf(`<p>${'字'.repeat(60)}</p>`)).toBe('字'.repeat(54));
});
