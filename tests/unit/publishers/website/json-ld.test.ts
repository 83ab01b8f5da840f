import { interviewQuestions } from '../../../../publishers/website/json-ld/interview-questions';
import { demoContent, everyPage, openFullSite } from './every-page';
import { factsOf } from './json-ld-schemas';
import type { Fact } from './json-ld-schemas';
import type { TestSite } from './test-site';

let site: TestSite;
let pages: ReadonlyMap<string, string>;
beforeAll(async () => {
  site = await openFullSite();
  pages = await everyPage(site);
});
afterAll(() => site.close());

const on = (path: string): readonly Fact[] => factsOf(pages.get(path) ?? '');

/** The one thing of a type that a page speaks of. */
function one<T extends Fact['@type']>(path: string, type: T): Extract<Fact, { '@type': T }> {
  const found = on(path).filter((fact): fact is Extract<Fact, { '@type': T }> => fact['@type'] === type);
  const [first] = found;
  if (!first || found.length > 1) throw new Error(`${path} has ${found.length} of ${type}`);
  return first;
}

describe('what machines are told', () => {
  it('is complete on every page, whatever its kind', () => {
    for (const [path, html] of pages) {
      const types = factsOf(html).map((fact) => fact['@type']);
      expect([path, new Set(types).size]).toEqual([path, types.length]);
      expect([path, types.includes('BreadcrumbList')]).toEqual([path, path !== '/']);
    }
  });

  it.each([
    ['/', ['WebSite']],
    ['/explainers/text/', ['Article', 'BreadcrumbList']],
    ['/explainers/image/', ['Article', 'BreadcrumbList']],
    ['/explainers/video/', ['Article', 'VideoObject', 'BreadcrumbList']],
    ['/explainers/interview/', ['Article', 'FAQPage', 'BreadcrumbList']],
    ['/policies/p1/', ['Legislation', 'BreadcrumbList']],
    ['/topics/health/', ['CollectionPage', 'BreadcrumbList']],
    ['/live/running/', ['LiveBlogPosting', 'BreadcrumbList']],
  ])('fits the page %s', (path, types) => {
    expect(on(path).map((fact) => fact['@type'])).toEqual(types);
  });

  it('keeps the first date of an explainer and says when it was changed', () => {
    expect(one('/explainers/full/', 'Article')).toMatchObject({
      datePublished: '2026-11-23T09:00:00+08:00',
      dateModified: '2026-11-24T11:30:00+08:00',
      isBasedOn: [{ legislationIdentifier: '云澜政办发〔2026〕12号', legislationDateOfApplicability: '2026-12-01' }],
    });
  });

  it('names a picture where there is one, and the frame before a video plays', () => {
    expect(one('/explainers/image/', 'Article').image).toMatch(/^https:\/\/yunlan\.example\/media\//);
    expect(one('/explainers/video/', 'VideoObject').thumbnailUrl).toMatch(/^https:\/\/yunlan\.example\/media\//);
  });

  it('gives each question of an interview the answers that followed it, up to the next question', () => {
    const url = 'https://yunlan.example/explainers/a/';
    const talk = {
      people: [
        { id: 'host', name: '甲', title: '', role: 'host' as const },
        { id: 'guest', name: '乙', title: '', role: 'guest' as const },
      ],
      turns: [
        ['host', '您好。'],
        ['guest', '大家好。要问什么？'],
        ['host', '能报**多少**？'],
        ['guest', '六成。'],
        ['guest', '退休人员七成。'],
        ['host', '还有吗？'],
      ].map(([speaker = '', text = '']) => ({ speaker, text, at: null, mediaTime: null })),
      recording: null,
    };
    expect(interviewQuestions(talk, url)).toEqual({
      '@type': 'FAQPage',
      url,
      mainEntity: [
        {
          '@type': 'Question',
          name: '能报多少？',
          url: `${url}#turn-3`,
          acceptedAnswer: { '@type': 'Answer', text: '六成。\n退休人员七成。' },
        },
      ],
    });
    expect(interviewQuestions({ ...talk, turns: talk.turns.slice(0, 2) }, url)).toBeUndefined();
    const demo = demoContent('interview').interview;
    expect(demo && interviewQuestions(demo, url)).toBeDefined();
  });

  it('leaves out of a live room what was taken down', () => {
    const { liveBlogUpdate } = one('/live/running/', 'LiveBlogPosting');
    expect(liveBlogUpdate.map(({ url }) => url.split('#')[1])).toEqual(['update-1', 'update-2', 'update-3']);
  });

  it('lets no text end the script', () => {
    const html = pages.get('/live/running/') ?? '';
    expect(html).toContain('\\u003c直播>');
    expect(one('/live/running/', 'LiveBlogPosting').headline).toBe('门诊新政发布会 <直播> & 问答');
  });
});
