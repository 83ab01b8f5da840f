import fc from 'fast-check';
import { newId } from '../../../../src/delivery/new-id';
import { TABLES } from '../../../../src/delivery/schema';
import { SEARCH_TABLES } from '../../../../src/delivery/search-schema';
import type { Content } from '../../../../publishers/contract';
import { writeDocument } from '../../../../src/site/search/write-document';
import { sampleContent } from '../../publishers/article/sample-version';
import type { Dialect } from '../../delivery/support/open-database';
import { openSiteSearch, type SiteSearch } from './support/open-site-search';

/** An explainer that says nothing but this. */
const about = (title: string, body: string, more: Partial<Content> = {}): Partial<Content> => ({
  ...{ title, body, subtitle: null, summary: body, keywords: [], audiences: [], policies: [], differences: [] },
  ...{ aspects: { background: '', basis: '', intent: '', implementation: '' }, glossary: [], source: '' },
  ...{ impact: { who: '', changes: '', action: '' } },
  ...more,
});

const policy = (changes: Partial<Content['policies'][number]>): Content['policies'][number] => {
  const [sample] = sampleContent().policies;
  if (!sample) throw new Error('the sample has no policy');
  return { ...sample, ...changes };
};

const pageOf = (explainer: string): string => `/explainers/${explainer}/`;

describe.each<Dialect>(['sqlite', 'postgres'])('the search on %s', (dialect) => {
  let site: SiteSearch;
  beforeEach(async () => {
    site = await openSiteSearch(dialect);
  });
  afterEach(() => site.close());

  const publish = async (content: Partial<Content>, more: { moment?: number } = {}): Promise<string> => {
    const explainer = newId();
    await site.publish(content, { explainer, ...more });
    return pageOf(explainer);
  };

  describe('what is public', () => {
    it('is found from its publication to its withdrawal', async () => {
      const delivery = await site.publish(about('垃圾分类', '厨余垃圾单独投放。'), { explainer: 'e1' });
      expect(await site.links('厨余')).toEqual(['/explainers/e1/']);
      await site.withdraw(delivery);
      expect(await site.links('厨余')).toEqual([]);
    });

    it('is found by its newest version alone', async () => {
      await site.publish(about('垃圾分类', '厨余垃圾单独投放。'), { explainer: 'e1' });
      await site.publish(about('垃圾分类', '灯管交到回收点。'), { explainer: 'e1' });
      expect(await site.links('厨余')).toEqual([]);
      expect(await site.links('灯管')).toEqual(['/explainers/e1/']);
    });

    it('is nothing when the newest version was withdrawn, even though an older one was published', async () => {
      await site.publish(about('垃圾分类', '厨余垃圾单独投放。'), { explainer: 'e1' });
      await site.withdraw(await site.publish(about('垃圾分类', '厨余垃圾另行投放。'), { explainer: 'e1' }));
      expect(await site.links('厨余')).toEqual([]);
    });

    it('does not come from other channels', async () => {
      await site.db(TABLES.accounts).insert({
        ...{
          name: 'weibo',
          publisher: 'weibo',
          title: '微博',
          settings: '{}',
          connection: '',
          origin: 'env',
          position: 1,
        },
      });
      await site.publish(about('垃圾分类', '厨余垃圾单独投放。'), { account: 'weibo' });
      expect(await site.db(SEARCH_TABLES.due).first()).toBeUndefined();
      expect(await site.links('厨余')).toEqual([]);
    });

    it('keeps the day of its first publication', async () => {
      await site.publish(about('垃圾分类', '厨余垃圾'), {
        explainer: 'e1',
        moment: Date.parse('2025-03-01T01:00:00Z'),
      });
      await site.publish(about('垃圾分类', '厨余垃圾'), {
        explainer: 'e1',
        moment: Date.parse('2026-03-01T01:00:00Z'),
      });
      expect(await site.page('厨余')).toContain('2025年3月1日');
    });
  });

  describe('the index', () => {
    it('is noted with the change or not at all', async () => {
      const undone = site.db.transaction(async (trx) => {
        await trx(TABLES.deliveries).insert({
          ...{ id: 'd', plan: 'd', explainer: 'e', version: 'v', account: 'website', mode: 'publish', rendition: 'r' },
          ...{ due_at: 1, grace: 1, state: 'committing', created_at: 1, updated_at: 1 },
        });
        await trx(TABLES.deliveries).where({ id: 'd' }).update({ state: 'published', published_at: 1 });
        throw new Error('crash');
      });
      await expect(undone).rejects.toThrow('crash');
      expect(await site.db(SEARCH_TABLES.due).first()).toBeUndefined();
    });

    it('heals when it was lost, and when it disagrees with the deliveries', async () => {
      const kept = await publish(about('垃圾分类', '厨余垃圾单独投放。'));
      await site.publish(about('不再公开', '厨余垃圾'), { explainer: 'gone' });
      await site.search.catchUp();
      // As after a backup from another moment: the notes are not there.
      await site.db(TABLES.deliveries).where({ explainer: 'gone' }).delete();
      await site.db(SEARCH_TABLES.documents).whereNot({ ref: 'gone' }).update({ source: 'another' });
      await site.search.heal();
      await site.search.catchUp();
      expect(await site.links('厨余')).toEqual([kept]);
      await site.search.forget();
      await site.search.heal();
      expect(await site.links('厨余')).toEqual([kept]);
      expect(await site.db(SEARCH_TABLES.documents).pluck('ref')).toEqual([kept.split('/')[2]]);
    });

    it('gets over an explainer that cannot be read', async () => {
      await site.publish(about('坏的', '厨余垃圾'), { explainer: 'broken' });
      await site.db(TABLES.versions).where({ explainer: 'broken' }).update({ content: '{' });
      const good = await publish(about('好的', '厨余垃圾'));
      expect(await site.links('厨余')).toEqual([good]);
      expect(site.logged.join('')).toContain('broken');
    });

    it('is written once by several who find it behind', async () => {
      const good = await publish(about('垃圾分类', '厨余垃圾'));
      await Promise.all(Array.from({ length: 4 }, () => site.search.catchUp()));
      expect(await site.links('厨余')).toEqual([good]);
      expect(await site.db(SEARCH_TABLES.documents).pluck('kind')).toEqual(['explainer']);
    });
  });

  describe('a word', () => {
    it.each([
      ['保育', true],
      ['育教', true],
      ['教育费', true],
      ['保育教育费', true],
      ['保教育费', false],
      ['费', true],
      ['垡', false],
      ['𠮷', true],
      ['abc', true],
      ['ＡＢＣ', true],
      ['12345', true],
      ['１２３', true],
      ['㎡', true],
      ['ced', false],
    ])('%s is found exactly where it stands: %s', async (word, there) => {
      await publish(about('通知', '免收保育教育费，拨打12345，面积60㎡，𠮷野家，Abcde。'));
      expect(await site.page(word)).toContain(there ? '找到 1 条' : '没有找到');
    });

    it('is found in any text exactly where the text contains it', async () => {
      const letters = fc.stringMatching(/^[保育教费。a1]{1,12}$/);
      const texts = fc.sample(letters, { numRuns: 40, seed: 7 });
      const links = new Map<string, string>();
      for (const text of texts) links.set(text, await publish(about('', text)));
      await site.search.catchUp();
      const words = fc.stringMatching(/^[保育教费a1]{2,4}$/);
      await fc.assert(
        fc.asyncProperty(words, async (word) => {
          const expected = [...links].filter(([text]) => text.includes(word)).map(([, link]) => link);
          const html = await site.page(word);
          if (expected.length === 0) expect(html).toContain('没有找到');
          else expect(html).toContain(`找到 ${expected.length} 条`);
          for (const link of (await site.links(word)).filter(() => expected.length > 0))
            expect(expected).toContain(link);
        }),
        { numRuns: 60, seed: 7 },
      );
    });
  });

  describe('relevance', () => {
    it('is the title first, then the answer, the keywords, the text', async () => {
      const text = await publish(about('甲', '说了厨余', { summary: '' }));
      const keyword = await publish(about('乙', '', { keywords: ['厨余'] }));
      const summary = await publish(about('丙', '', { summary: '厨余单独投放' }));
      const title = await publish(about('厨余怎么投放', ''));
      await publish(about('别的', '没有那个词'));
      expect(await site.links('厨余')).toEqual([title, summary, keyword, text]);
    });

    it('is the newer of two that are alike, and what is in force before what is not', async () => {
      const over = await publish(
        about('厨余', '', { policies: [policy({ title: '旧规', body: '', validity: '废止' })] }),
      );
      const old = await publish(about('厨余', ''), { moment: Date.parse('2020-01-01T00:00:00Z') });
      const young = await publish(about('厨余', ''));
      expect((await site.links('厨余')).filter((link) => link.startsWith('/explainers/'))).toEqual([young, old, over]);
    });
  });

  describe('a policy', () => {
    const NUMBER = '国办发〔2025〕27号';

    beforeEach(async () => {
      await publish(
        about('孩子上大班', '不用交', {
          policies: [
            policy({ id: 'p27', title: '关于逐步推行免费学前教育的意见', docNumber: NUMBER, body: '第一条 全文' }),
          ],
        }),
      );
      await publish(
        about('另一件', '别的', {
          policies: [
            policy({ id: 'p127', title: '关于别的意见', docNumber: '国办发〔2025〕127号', body: '第一条 别处' }),
          ],
        }),
      );
    });

    it.each([
      NUMBER,
      '国办发[2025]27号',
      '国办发（2025）27',
      '国办发【2025】27号',
      '国办发2025 27',
      '国办发 2025年 第27号',
      '国办发〔2025〕第027号',
      '国办发27号',
      '27号文件',
      '2025年27号',
      '请问国办发〔２０２５〕２７号讲什么',
    ])('is found by its number as %s, and no other is', async (question) => {
      const links = await site.links(question);
      expect(links[0]).toBe('/policies/p27/');
      expect(links).not.toContain('/policies/p127/');
      expect(links).toHaveLength(2);
    });

    it('is found by its title, issuer and text', async () => {
      for (const question of ['推行免费学前教育', '全文']) {
        expect(await site.links(question)).toContain('/policies/p27/');
      }
      expect(await site.links('云澜市人民政府办公室', { form: 'policy' })).toEqual([
        '/policies/p127/',
        '/policies/p27/',
      ]);
    });

    it('is shown as the newest publication knows it, and stays when the explainer is withdrawn', async () => {
      const again = about('再说一次', '', {
        policies: [policy({ id: 'p27', title: '修订后的意见', docNumber: NUMBER, body: '' })],
      });
      const delivery = await site.publish(again, { explainer: 'again' });
      expect(await site.page(NUMBER)).toContain('修订后的意见');
      await site.withdraw(delivery);
      expect(await site.links(NUMBER, { form: 'policy' })).toEqual(['/policies/p27/']);
    });
  });

  it('lists a policy under the area of who explained it first', async () => {
    const named = { policies: [policy({ id: 'p1', title: '住房办法', docNumber: '', body: '' })] };
    await publish(about('住房', '', { ...named, category: 'housing' }));
    await publish(about('充电桩也提到', '', { ...named, category: 'transport' }));
    const filter = { form: 'policy', category: 'housing' };
    expect(await site.links('住房办法', filter)).toEqual(['/policies/p1/']);
    await site.search.forget();
    await site.search.heal();
    expect(await site.links('住房办法', filter)).toEqual(['/policies/p1/']);
  });

  describe('everyday language', () => {
    beforeEach(async () => {
      await publish(about('学前教育减免', '大班儿童免收保育教育费。', { keywords: ['学前教育'] }));
      await publish(about('公园免票', '公园从此免费。'));
    });

    it('finds what documents call otherwise, and says so', async () => {
      const html = await site.page('娃上幼儿园要钱吗');
      expect(html).toContain('学前教育</mark>减免');
      expect(html).toMatch(/也找了：[^<]*学前教育/);
      expect(html).not.toContain('公园免票');
    });

    it('says when some of the words are missing', async () => {
      const html = await site.page('学前教育 大班 地铁');
      expect(html).toContain('大部分');
      expect(html).toContain('学前教育</mark>减免');
    });

    it('survives a wrong character', async () => {
      const html = await site.page('保育教育废');
      expect(html).toContain('没有找到');
      expect(html).toContain('也许您要找的是');
      expect(html).toContain(`href="/search?q=${encodeURIComponent('学前教育')}">学前教育</a>`);
      expect(await site.links('保育教育废')).toHaveLength(1);
    });

    it('adds other names where little is found, after what was asked for', async () => {
      const links = await site.links('免费');
      expect(links).toHaveLength(2);
      expect(await site.page('免费')).toContain('也找了：免收');
    });
  });

  describe('filters', () => {
    beforeEach(async () => {
      const at = (year: number) => ({ moment: Date.parse(`${year}-05-01T04:00:00Z`) });
      await publish(about('补贴一', '补贴', { category: 'housing' }), at(2024));
      await publish(about('补贴二', '补贴', { category: 'housing', form: 'image' }), at(2025));
      await publish(about('补贴三', '补贴', { category: 'health' }), at(2025));
    });

    it('narrow down, count what each choice gives, and can be taken off', async () => {
      expect(await site.links('补贴', { category: 'housing', year: '2025' })).toHaveLength(1);
      const html = await site.page('补贴', { category: 'housing' });
      expect(html).toContain('找到 2 条');
      expect(html).toMatch(/href="\/search\?q=[^"]*" rel="nofollow" aria-current="true">住房<small>2<\/small>/);
      expect(html).toContain('医疗卫生<small>1</small>');
      expect(html).toContain('图解<small>1</small>');
      expect(html).toContain('清除全部条件');
    });

    it('lead on where they leave nothing', async () => {
      const html = await site.page('补贴', { category: 'transport' });
      expect(html).toContain('这些条件下没有内容');
      expect(html).toContain('清除全部条件');
    });

    it('count as none where they are none', async () => {
      expect(await site.links('补贴', { category: '<b>', year: '1', form: 'x', sort: 'y', page: '-3' })).toHaveLength(
        3,
      );
    });

    it('put the newest first when asked to', async () => {
      await publish(about('说到补贴', '补贴在文中'), { moment: Date.parse('2026-10-01T00:00:00Z') });
      expect((await site.page('补贴', { sort: 'newest' })).indexOf('文中')).toBeLessThan(
        (await site.page('补贴', { sort: 'newest' })).indexOf('三</a>'),
      );
    });
  });

  it('turns pages both ways, and ends', async () => {
    for (let number = 1; number <= 23; number += 1) await publish(about(`补贴${number}`, '补贴'));
    await site.search.catchUp();
    const [first, second, third] = [
      await site.links('补贴'),
      await site.links('补贴', { page: '2' }),
      await site.links('补贴', { page: '3' }),
    ];
    expect(new Set([...first, ...second, ...third]).size).toBe(23);
    const html = await site.page('补贴', { page: '2' });
    expect(html).toMatch(/<a rel="prev" href="\/search\?q=[^"&]*">/);
    expect(html).toMatch(/<a rel="next" href="\/search\?q=[^"]*page=3">/);
    expect(html).toContain('第 2 页，共 3 页');
    // One address for the same answer, whatever else stood in the one that was asked for.
    const address = `https://www.yunlan.gov.cn/search?q=${encodeURIComponent('补贴')}&amp;page=2`;
    expect(await site.page(' 补贴 ', { page: '2', sort: 'relevance' })).toContain(
      `<link rel="canonical" href="${address}"/>`,
    );
    expect(await site.links('补贴', { page: '99' })).toEqual(third);
  });

  it('looks at a bounded number of what a common word finds, says so, and still finds an old one by its title', async () => {
    const moment = Date.parse('2020-01-01T00:00:00Z');
    const old = await publish(about('补贴怎么领', ''), { moment });
    await site.search.catchUp();
    await site.db.transaction(async (trx) => {
      const plain = { text: '补贴', numbers: { own: [], named: [] }, keywords: [], summary: '', category: 'health' };
      for (let index = 1; index <= 320; index += 1) {
        const form = index % 40 === 0 ? 'video' : 'text';
        const given = { kind: 'explainer' as const, ref: `r${index}`, source: 's', title: '别的', form, asOf: 1 };
        await writeDocument(trx, { ...plain, ...given, moment: moment + index, inForce: true, expiresOn: null });
      }
    });
    expect(await site.page('补贴')).toContain('找到 300 条以上');
    expect((await site.links('补贴'))[0]).toBe(old);
    expect(await site.page('补贴', { form: 'video' })).toContain('找到 8 条');
    expect((await site.links('补贴', { sort: 'newest' }))[0]).toBe('/explainers/r320/');
  });

  it('bears whatever is typed', async () => {
    await publish(about('补贴', '补贴"*^:(){}-+ NEAR AND OR'));
    const hostile = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.stringMatching(/^["'*^:(){}%_\\+\-&|!<>~补贴ANDORNEAR \0]{0,40}$/),
      fc.constantFrom(
        '补'.repeat(10_000),
        '"'.repeat(10_000),
        '补 '.repeat(5_000),
        '国办发'.repeat(50) + '〔2025〕27号',
        'a\0b',
        '\ud800',
      ),
    );
    await fc.assert(
      fc.asyncProperty(hostile, async (question) => {
        expect(await site.page(question)).toContain('<h1');
        expect(await site.search.explainers(question)).toHaveProperty('hits');
      }),
      { numRuns: 150, seed: 3 },
    );
  });

  it('cuts a very long question and says so', async () => {
    const link = await publish(about('补贴', '补贴'));
    const html = await site.page(`补贴${' '.repeat(3)}${'好'.repeat(200)}`);
    expect(html).toContain('只用了前 100 个字');
    expect(html).toContain(link);
  });
});
