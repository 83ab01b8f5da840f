import { toArticle } from '../../../../publishers/article/article';
import { chineseNumber } from '../../../../publishers/article/chinese-number';
import { plainText } from '../../../../publishers/article/plain-text';
import { sampleVersion } from './sample-version';

describe('a version becomes an article', () => {
  const article = toArticle(sampleVersion());

  test('the four aspects come first, then the sections of the body, numbered throughout', () => {
    expect(article.chapters.map(({ number, title, id }) => [number, title, id])).toEqual([
      ['一', '制定背景', 'background'],
      ['二', '政策依据', 'basis'],
      ['三', '出台意图', 'intent'],
      ['四', '实施路径', 'implementation'],
      ['五', '能报多少', 'part-1'],
      ['六', '常见问题', 'part-2'],
    ]);
  });

  test('words before the first heading open the article, and an unwritten aspect leaves no empty chapter', () => {
    const { aspects } = sampleVersion().content;
    const short = toArticle(
      sampleVersion({ body: '先说结论。\n\n## 细节\n内容', aspects: { ...aspects, basis: '  ' } }),
    );
    expect(plainText(short.opening)).toBe('先说结论。');
    expect(short.chapters.map((chapter) => chapter.number + chapter.title)).toEqual([
      '一制定背景',
      '二出台意图',
      '三实施路径',
      '四细节',
    ]);
  });

  test('only the short answers that were given become cards', () => {
    const impact = { who: '所有人', changes: '', action: ' ' };
    expect(toArticle(sampleVersion({ impact })).impact).toEqual([{ id: 'who', title: '谁受影响', text: '所有人' }]);
  });

  test('a turn knows who speaks, or that nobody does', () => {
    const { interview } = toArticle(
      sampleVersion({
        form: 'interview',
        interview: {
          people: [{ id: 'host', name: '陈静', title: '主持人', role: 'host' }],
          turns: [
            { speaker: 'host', text: '**您好**', at: null, mediaTime: 3 },
            { speaker: 'ghost', text: '谁在说话', at: null, mediaTime: null },
          ],
          recording: null,
        },
      }),
    );
    expect(interview?.turns.map((turn) => [turn.speaker?.name, plainText(turn.blocks)])).toEqual([
      ['陈静', '您好'],
      [undefined, '谁在说话'],
    ]);
  });

  test('chapters are counted as people write numbers', () => {
    expect([1, 9, 10, 11, 20, 21, 99, 100].map(chineseNumber)).toEqual([
      '一',
      '九',
      '十',
      '十一',
      '二十',
      '二十一',
      '九十九',
      '100',
    ]);
  });
});
