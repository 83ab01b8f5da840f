import { checkContent } from '../../../../publishers/article/check';
import type { Content } from '../../../../publishers/contract';
import { mediaOf, sampleContent } from './sample-version';

const complaints = (changes: Partial<Content>): readonly string[] =>
  checkContent(sampleContent(changes)).map(({ code, field }) => `${code} @ ${field ?? ''}`);

const { aspects } = sampleContent();
const nameless = mediaOf('a.png', new Uint8Array([1]), { alt: '' });
const named = mediaOf('b.png', new Uint8Array([2]));
const video = {
  media: named,
  poster: null,
  captions: 'WEBVTT\n\n00:00.000 --> 00:04.000\n您好',
  transcript: '您好',
  chapters: [],
};
const people: NonNullable<Content['interview']>['people'] = [
  { id: 'h', name: '陈静', title: '主持人', role: 'host' },
  { id: 'g', name: '周明', title: '局长', role: 'guest' },
];
const turn = (speaker: string, text = '内容') => ({ speaker, text, at: null, mediaTime: null });

test('a complete explainer has nothing to complain about', () => {
  expect(complaints({})).toEqual([]);
});

test.each<[string, Partial<Content>, readonly string[]]>([
  ['no title', { title: ' ' }, ['content.title-missing @ title']],
  ['a title of 61 characters', { title: '😀'.repeat(61) }, ['content.title-too-long @ title']],
  ['a title of 60 characters', { title: '😀'.repeat(60) }, []],
  ['no summary', { summary: '' }, ['content.summary-missing @ summary']],
  ['a summary of 129 characters', { summary: '字'.repeat(129) }, ['content.summary-too-long @ summary']],
  ['an unwritten aspect', { aspects: { ...aspects, intent: '\n' } }, ['content.aspect-missing @ aspects.intent']],
  ['no policy', { policies: [] }, ['content.policy-missing @ policies']],
  ['only blank keywords', { keywords: [' '] }, ['content.keyword-missing @ keywords']],
  ['no source', { source: '' }, ['content.source-missing @ source']],
  ['no responsible editor', { responsibleEditor: '' }, ['content.editor-missing @ responsibleEditor']],
  ['a picture nobody uploaded', { body: '![x](https://a.example/1.png)' }, ['content.picture-unknown @ body']],
  ['a picture without words', { body: `![](${nameless.url})`, media: [nameless] }, ['content.alt-missing @ body']],
  ['a picture described where it is used', { body: `![收费表](${nameless.url})`, media: [nameless] }, []],
  ['a dangerous link', { body: '[x](javascript:x)' }, ['content.link-unsafe @ body']],
  ['pasted HTML', { aspects: { ...aspects, basis: '<p>x</p>' } }, ['content.html @ aspects.basis']],
  ['nesting without end', { body: '> '.repeat(2_000) + 'x' }, ['content.too-deep @ body']],
  ['a control character', { title: '标题\u0007' }, ['content.control-characters @ title']],
  ['an image set without images', { form: 'image' }, ['content.images-missing @ images']],
  [
    'an image without any words',
    { form: 'image', images: [{ media: nameless, caption: '', longDescription: '' }] },
    ['content.alt-missing @ images.0.alt', 'content.long-description-missing @ images.0.longDescription'],
  ],
  ['a video without a file', { form: 'video' }, ['content.video-missing @ video']],
  ['a complete video', { form: 'video', video }, []],
  [
    'a video without captions and transcript',
    { form: 'video', video: { ...video, captions: '', transcript: '' } },
    ['content.captions-missing @ video.captions', 'content.transcript-missing @ video.transcript'],
  ],
  [
    'captions with a wrong time',
    { form: 'video', video: { ...video, captions: 'WEBVTT\n\n0:00 --> 0:04\n您好' } },
    ['content.captions-invalid @ video.captions'],
  ],
  ['an interview without people', { form: 'interview' }, ['content.interview-missing @ interview']],
  [
    'an interview with a stranger and a silence',
    { form: 'interview', interview: { people, turns: [turn('h'), turn('x'), turn('g', ' ')], recording: null } },
    ['content.speaker-unknown @ interview.turns.1.speaker', 'content.turn-empty @ interview.turns.2.text'],
  ],
  [
    'an interview without host and guest',
    { form: 'interview', interview: { people: [], turns: [], recording: null } },
    [
      'content.host-missing @ interview.people',
      'content.guest-missing @ interview.people',
      'content.turns-too-few @ interview.turns',
    ],
  ],
])('%s', (_, changes, expected) => {
  expect(complaints(changes)).toEqual(expected);
});

test('a problem is filled in, so that staff read a sentence without gaps', () => {
  for (const problem of checkContent(
    sampleContent({ title: '', summary: '字'.repeat(200), form: 'video', video: { ...video, captions: 'x' } }),
  )) {
    expect(problem.what + problem.next).not.toMatch(/[{}]/);
  }
});
