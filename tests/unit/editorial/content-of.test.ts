import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { content as contentSchema, FORMS, type Content, type Form } from '../../../publishers/content';
import { contentOf } from '../../../src/editorial/content-of';
import { createLibrary, type LibraryFile } from '../../../src/editorial/library';
import { explainerRecord } from '../../../src/editorial/record';

let directory: string;
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'library-'));
  mkdirSync(join(directory, 'uploads'));
  for (const name of ['one.png', 'two.png', 'film.mp4']) writeFileSync(join(directory, 'uploads', name), name);
});
afterAll(() => rmSync(directory, { recursive: true }));

const file = (id: number, name: string): LibraryFile => {
  const [hash = '', ending = ''] = name.split('.');
  const picture = ending === 'png';
  return {
    id,
    name,
    alternativeText: `图${id}`,
    hash,
    ext: `.${ending}`,
    mime: picture ? 'image/png' : 'video/mp4',
    url: `/uploads/${name}`,
    width: picture ? 640 : null,
    height: picture ? 360 : null,
  };
};
const ONE = file(1, 'one.png');
const TWO = file(2, 'two.png');
const FILM = file(3, 'film.mp4');
const sha256 = (name: string): string => createHash('sha256').update(name).digest('hex');

/** As Strapi gives an explainer that has been of every form at some time: what does not belong to it now stays out. */
const row = (form: Form, change: object = {}) => ({
  documentId: 'explainer',
  revision: 3,
  form,
  title: ' 题目 ',
  subtitle: null,
  summary: ' 一句话 ',
  category: 'health',
  policies: [
    {
      documentId: 'policy',
      title: '办法',
      docNumber: '国办发〔2025〕27号',
      issuers: '甲、乙',
      genre: 'measures',
      signedOn: '2026-11-01',
      disclosedOn: null,
      effectiveOn: null,
      expiresOn: null,
      validity: 'current',
      body: '第一条',
      sourceUrl: null,
    },
  ],
  keywords: '门诊、医保，报销',
  audiences: null,
  aspects: { id: 7, background: '背景', basis: null, intent: '意图', implementation: '路径' },
  impact: null,
  differences: null,
  glossary: [{ id: 1, term: '词', meaning: '义' }],
  body: '![看图](/uploads/one.png)\n\n![又看](http://site.test/uploads/two.png) ![没有](/uploads/none.png)',
  cover: ONE,
  images: [
    { media: TWO, caption: '图注', longDescription: '长描述' },
    { media: null, caption: '图没有了', longDescription: '' },
  ],
  video: { media: FILM, poster: ONE, captions: 'WEBVTT', transcript: '文字稿', chapters: [{ at: 0, title: '一' }] },
  interview: {
    people: [{ key: 'host', name: '主持', title: null, role: 'host' }],
    turns: [{ speaker: 'host', text: '你好', at: new Date('2026-11-20T07:00:00Z'), mediaTime: null }],
    recording: FILM,
  },
  source: '医保局',
  author: null,
  responsibleEditor: '李编辑',
  contact: null,
  aiDisclosure: null,
  ...change,
});

const read = (form: Form, change: object = {}): Promise<Content> =>
  contentOf(explainerRecord.parse(row(form, change)), createLibrary(directory), (urls) =>
    Promise.resolve([ONE, TWO, FILM].filter(({ url }) => urls.includes(url))),
  );

describe.each(FORMS)('the content of form %s', (form) => {
  test('has the shape that versions have', async () => {
    expect(contentSchema.safeParse(await read(form)).error).toBeUndefined();
  });

  test('holds what belongs to its form and nothing of the others', async () => {
    const { images, video, interview } = await read(form);
    expect(images.length > 0).toBe(form === 'image');
    expect(video !== null).toBe(form === 'video');
    expect(interview !== null).toBe(form === 'interview');
  });

  test('is the same each time it is read', async () => {
    expect(await read(form)).toEqual(await read(form));
  });
});

test('texts that staff typed are trimmed, lists are split, empty fields are empty', async () => {
  expect(await read('text')).toMatchObject({
    title: '题目',
    summary: '一句话',
    keywords: ['门诊', '医保', '报销'],
    audiences: [],
    aspects: { background: '背景', basis: '', intent: '意图', implementation: '路径' },
    impact: { who: '', changes: '', action: '' },
    aiDisclosure: 'none',
  });
});

test('policies stand as they are now, in words', async () => {
  expect((await read('text')).policies).toEqual([
    expect.objectContaining({ id: 'policy', issuers: ['甲', '乙'], genre: '办法', validity: '现行有效' }),
  ]);
});

test('pictures in the text are known by their bytes and by the address as it was written', async () => {
  const { media, cover } = await read('text');
  expect(media.map(({ url, sha256: digest }) => [url, digest])).toEqual([
    ['/uploads/one.png', sha256('one.png')],
    ['http://site.test/uploads/two.png', sha256('two.png')],
  ]);
  expect(cover).toMatchObject({ id: '1', bytes: 7, width: 640, alt: '图1' });
});

test('pictures in what somebody says are found too', async () => {
  const interview = {
    people: [],
    turns: [{ speaker: 'host', text: '![图](/uploads/two.png)', at: null, mediaTime: 3 }],
    recording: null,
  };
  expect((await read('interview', { interview, body: '' })).media.map(({ url }) => url)).toEqual(['/uploads/two.png']);
});

test('a video without its file is none', async () => {
  expect((await read('video', { video: { ...row('video').video, media: null } })).video).toBeNull();
});

test('a file that is gone from the disk is told, not passed over', async () => {
  await expect(read('text', { cover: file(9, 'gone.png') })).rejects.toMatchObject({ code: 'ENOENT' });
});

test('a correction is a part of what is signed; without one the content has no trace of it, so that old hashes hold', async () => {
  expect((await read('text', { correction: ' “三门”应为“两门”。 ' })).correction).toBe('“三门”应为“两门”。');
  for (const correction of [null, ' ']) expect(await read('text', { correction })).not.toHaveProperty('correction');
});
