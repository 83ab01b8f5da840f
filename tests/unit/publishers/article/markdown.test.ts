import fc from 'fast-check';
import { readMarkdown } from '../../../../publishers/article/markdown';
import { pictureIndex } from '../../../../publishers/article/pictures';
import { semanticHtml } from '../../../../publishers/article/semantic-html';
import { mediaOf } from './sample-version';

const picture = mediaOf('收费 表.png', new Uint8Array([1]));
const pictures = pictureIndex([picture]);
const html = (source: string): string => semanticHtml(readMarkdown(source, pictures, 'body').blocks);
const findings = (source: string) => readMarkdown(source, pictures, 'body').findings;

describe('Markdown in Chinese', () => {
  test.each([
    ['**重点：**内容', '<p><strong>重点：</strong>内容</p>'],
    ['这是**“重点”**的话', '<p>这是<strong>“重点”</strong>的话</p>'],
    ['**一、**和**（二）**以及*三*', '<p><strong>一、</strong>和<strong>（二）</strong>以及<em>三</em></p>'],
    ['文件 a_b_c.pdf', '<p>文件 a_b_c.pdf</p>'],
    ['**外 _内_ 外**', '<p><strong>外 <em>内</em> 外</strong></p>'],
  ])('%s keeps its emphasis beside Chinese punctuation', (source, expected) => {
    expect(html(source)).toBe(expected);
  });

  test('a bare address ends where Chinese begins, and what follows is still read', () => {
    expect(html('见https://www.gov.cn/a。**注意**')).toBe(
      '<p>见<a href="https://www.gov.cn/a" rel="noopener">https://www.gov.cn/a</a>。<strong>注意</strong></p>',
    );
  });

  test('a line break between Chinese characters leaves no gap, between words it leaves a space', () => {
    expect(html('第一行\n第二行')).toBe('<p>第一行第二行</p>');
    expect(html('first\nsecond')).toBe('<p>first\nsecond</p>');
  });
});

describe('what Markdown may not bring in', () => {
  test.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'java&#115;cript:alert(1)',
    'data:text/html,x',
    '//evil.example',
    '/\\evil.example',
    'vbscript:x',
    'file:///etc/passwd',
  ])('a link to %s becomes plain words and is reported', (address) => {
    expect(html(`[点这里](${address})`)).toBe('<p>点这里</p>');
    expect(findings(`[点这里](${address})`)).toEqual([{ type: 'unsafe-link', detail: address }]);
  });

  test.each(['https://www.gov.cn/?a=1&b=2', 'mailto:a@yunlan.gov.cn', 'tel:12345', '/policies/1/'])(
    'a link to %s stays',
    (address) => {
      expect(html(`[x](${address})`)).toContain(`href="${address.replace('&', '&amp;')}"`);
      expect(findings(`[x](${address})`)).toEqual([]);
    },
  );

  test('a known picture becomes a placeholder with its size, by plain or encoded address', () => {
    const expected = `<figure><img src="media:${picture.sha256}" alt="各级医院收费" width="800" height="600" loading="lazy" decoding="async"><figcaption>收费</figcaption></figure>`;
    expect(html('![各级医院收费](</uploads/收费 表.png> "收费")')).toBe(expected);
    expect(html(`![各级医院收费](${encodeURI(picture.url)} "收费")`)).toBe(expected);
  });

  test('an unknown or remote picture never appears and is reported', () => {
    for (const address of ['https://evil.example/1.png', '/uploads/other.png', 'data:image/png;base64,AA==']) {
      expect(html(`前![x](${address})后`)).toBe('<p>前后</p>');
      expect(findings(`![x](${address})`)).toEqual([{ type: 'unknown-picture', detail: address }]);
    }
  });

  test('a picture in pasted HTML is shown when the library has it, and reported when not', () => {
    const shown = '<img src="/uploads/收费 表.png" alt="各级收费">';
    expect(html(`<div>甲${shown}</div>`)).toMatch(/^<p>甲<img src="media:[0-9a-f]{64}" alt="各级收费"/);
    expect(html(`甲${shown}乙`)).toMatch(/^<p>甲<img src="media:.*>乙<\/p>$/);
    expect(findings('<p><IMG onerror=x SRC=https://evil.example/1.png></p>')).toContainEqual({
      type: 'unknown-picture',
      detail: 'https://evil.example/1.png',
    });
    expect(html('<!-- <img src="/uploads/收费 表.png"> -->')).toBe('');
  });

  test('what only looks like a comment or an element hides nothing', () => {
    expect(html('<!--> 甲 -->')).toContain('甲');
    expect(html('<script>是一种标签\n\n甲')).toBe('<p>是一种标签\n\n甲</p>');
    expect(html('<div title="<style>">\n甲\n</div>')).toBe('<p>甲</p>');
    expect(html('<div title="1 > 0">\n甲\n</div>')).toBe('<p>甲</p>');
  });

  test.each(['<a "', '<img ', '<!', '<!--', '<script>', '<img src="', '<a">"'])(
    'HTML that never ends comes to an end in good time: %s',
    (sign) => {
      expect(findings(`<div>${sign.repeat(60_000)}`)[0]?.type).toBe('html');
    },
  );

  test('a link inside a link is words of the outer one', () => {
    expect(html('[甲 <https://a.example> 乙](https://b.example)')).toBe(
      '<p><a href="https://b.example" rel="noopener" data-leave="b.example">甲 https://a.example 乙</a></p>',
    );
  });

  test('HTML loses its tags and keeps its words', () => {
    expect(html('<div onclick="x()">\n重要\n</div>')).toBe('<p>重要</p>');
    expect(html('<script>alert(1)</script>')).toBe('');
    expect(html('甲<b onmouseover=x>乙</b>丙')).toBe('<p>甲乙丙</p>');
    expect(html('| a |\n|---|\n| 一<br>二 |')).toContain('<td>一<br>二</td>');
    expect(findings('<div>x</div>').map((finding) => finding.type)).toEqual(['html']);
    expect(findings('<!-- 备注 -->')).toEqual([]);
  });

  test('character references become characters, and control characters vanish', () => {
    expect(html('&lt;b&gt; &copy; &unknown; &#1;&#x202e; &#x4e2d;')).toBe('<p>&lt;b&gt; © &amp;unknown;  中</p>');
    expect(html('甲\u0000乙\u202e丙\ud800')).toBe('<p>甲乙丙</p>');
  });

  test.each(['>'.repeat(20_000) + 'x', '- '.repeat(3_000) + 'x', '['.repeat(20_000), '**a '.repeat(3_000)])(
    'hostile nesting keeps the words and does not throw (%#)',
    (source) => {
      expect(html(source).length).toBeGreaterThan(1_000);
    },
  );

  test('any text at all gives well-formed, harmless HTML', () => {
    const fragment = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 12 }),
      fc.constantFrom(
        '**',
        '_',
        '`',
        '```\n',
        '\n\n',
        '- ',
        '1. ',
        '> ',
        '# ',
        '|a|b|\n|-|-|\n|c|d|\n',
        '<img src=x onerror=y>',
        '<',
        '>',
        '"',
        '&lt;',
        '[x](',
        ')',
        '![',
        '](javascript:x)',
        '中文',
        '（',
        '：',
        '  \n',
        '\t',
        '<!--',
        '-->',
        '~~',
        '\\',
      ),
    );
    fc.assert(
      fc.property(fc.array(fragment, { maxLength: 24 }), (parts) => {
        const output = html(parts.join(''));
        expect(output.replace(/<\/?[a-z][a-z0-9]*(?: [a-z-]+(?:="[^"<>]*")?)*>/g, '')).not.toMatch(/[<>"']/);
        expect(output).not.toMatch(
          /<(?!\/?(?:p|h[3-6]|ul|ol|li|input|blockquote|pre|code|section|div|table|thead|tbody|tr|th|td|hr|br|strong|em|del|a)\b)/,
        );
        expect(output).not.toMatch(/<[^>]* on[a-z]+=/);
      }),
      { numRuns: 400 },
    );
  });
});
