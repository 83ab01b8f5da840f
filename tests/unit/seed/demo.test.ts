import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { checkContent } from '../../../publishers/article/check';
import { CATEGORIES, content, policySnapshot } from '../../../publishers/content';
import { DEMO_MEDIA, MEDIA_DIR_RELATIVE, explainers, people, plan, policies } from '../../../src/seed/demo';
import { contentOf } from './content-of';
import { mp4Duration } from './mp4-duration';

const MEDIA_DIR = path.resolve(__dirname, '../../..', MEDIA_DIR_RELATIVE);
const fileOf = (name: string): Buffer => readFileSync(path.join(MEDIA_DIR, name));
const hanCount = (text: string): number => text.match(/\p{Script=Han}/gu)?.length ?? 0;
const strings = (value: unknown): string[] => {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(strings) : [];
};
const everyText = strings([policies, explainers, DEMO_MEDIA, people]);
const markdownOf = ({ body, aspects }: (typeof explainers)[number]): string =>
  [body, ...Object.values(aspects)].join('\n');

describe('the policies of the demo', () => {
  test('have the shape of a policy, at least ten of them national', () => {
    for (const { key, ...policy } of policies)
      expect(policySnapshot.safeParse({ id: key, ...policy }).error).toBeUndefined();
    expect(policies.filter(({ docNumber }) => !docNumber.startsWith('云澜')).length).toBeGreaterThanOrEqual(10);
  });

  test.each(policies.map((policy) => [policy.docNumber, policy] as const))(
    '%s is numbered and dated',
    (number, policy) => {
      expect(number).toMatch(/^(.+〔\d{4}〕\d+号|国务院令第\d+号)$/);
      if (policy.signedOn !== null && policy.disclosedOn !== null)
        expect(policy.signedOn <= policy.disclosedOn).toBe(true);
      expect(policy.body).toMatch(/第一条/);
    },
  );

  test('say that they are excerpts where they are not the original, and link to originals only', () => {
    for (const policy of policies.filter(({ docNumber }) => !docNumber.startsWith('云澜'))) {
      expect(policy.body).toContain('要点摘编，以原文为准');
      if (policy.sourceUrl !== null) expect(policy.sourceUrl).toMatch(/^https:\/\/www\.gov\.cn\/zhengce\//);
    }
  });

  test('share out the whole cost of a lift', () => {
    const article = /分担比例：(.+?)；一层/.exec(policies.find(({ key }) => key === 'yunlan-estates')?.body ?? '');
    const shares = [...(article?.[1] ?? '').matchAll(/(\d+)%/g)].map((match) => Number(match[1]));
    expect(shares.reduce((sum, share) => sum + share, 0)).toBe(100);
  });
});

describe('the explainers of the demo', () => {
  test('have keys of their own, and cover every category', () => {
    expect(new Set(explainers.map(({ key }) => key)).size).toBe(explainers.length);
    expect(new Set(explainers.map(({ category }) => category))).toEqual(new Set(CATEGORIES));
  });

  test.each([
    ['text', 6],
    ['image', 3],
    ['video', 2],
    ['interview', 2],
  ])('come as %s at least %i times', (form, least) => {
    expect(explainers.filter((explainer) => explainer.form === form).length).toBeGreaterThanOrEqual(least);
  });

  test.each(explainers.map((explainer) => [explainer.key, explainer] as const))(
    '%s keeps the lengths',
    (_, explainer) => {
      expect(explainer.title.length).toBeLessThanOrEqual(32);
      expect(explainer.summary.length).toBeLessThanOrEqual(120);
      expect(explainer.author.length).toBeLessThanOrEqual(16);
      for (const text of Object.values({ ...explainer.aspects, ...explainer.impact }))
        expect(hanCount(text)).toBeGreaterThan(8);
      if (explainer.form === 'text') {
        expect(hanCount(markdownOf(explainer))).toBeGreaterThanOrEqual(600);
        expect(hanCount(markdownOf(explainer))).toBeLessThanOrEqual(2000);
      }
    },
  );

  test.each(explainers.map((explainer) => [explainer.key, explainer] as const))(
    '%s could be signed',
    (_, explainer) => {
      const signed = content.parse(contentOf(explainer));
      expect(checkContent(signed)).toEqual([]);
    },
  );

  test('put right once what a first version had wrong, where the plan says when', () => {
    const corrected = explainers.filter((explainer) => explainer.corrected !== null);
    expect(corrected.map(({ key }) => key)).toEqual(
      plan.published.filter((one) => one.corrected).map(({ explainer }) => explainer),
    );
    expect(corrected.length).toBeGreaterThan(0);
    for (const { body, corrected: what } of corrected) {
      expect(body.split(what?.right ?? '')).toHaveLength(2);
      expect(body).not.toContain(what?.wrong);
    }
  });

  test('refer to policies and files that exist', () => {
    const known = new Set(policies.map(({ key }) => key));
    for (const explainer of explainers) {
      expect(explainer.policies.filter((key) => !known.has(key))).toEqual([]);
      const inText = [...markdownOf(explainer).matchAll(/demo-media:([^)\s]+)/g)].map((match) => match[1] ?? '');
      const pages = explainer.images.map(({ media }) => media);
      const video = explainer.video === null ? [] : [explainer.video.media, explainer.video.poster];
      const covers = explainer.cover === null ? [] : [explainer.cover];
      expect([...inText, ...pages, ...video, ...covers].filter((file) => !(file in DEMO_MEDIA))).toEqual([]);
    }
  });

  test('show tables, nested lists, pictures and links, and link to originals only', () => {
    const all = explainers.map(markdownOf).join('\n');
    expect(all).toMatch(/^\| --- \|/m);
    expect(all).toMatch(/^ {2,}- /m);
    expect(all).toMatch(/!\[[^\]]+\]\(demo-media:/);
    const links = [...all.matchAll(/(?<!!)\[[^\]]+\]\(([^)]+)\)/g)].map((match) => match[1] ?? '');
    expect(links.length).toBeGreaterThan(4);
    expect(links.filter((link) => !link.startsWith('https://www.gov.cn/'))).toEqual([]);
  });

  test('calculate correctly wherever they show a sum', () => {
    const value = (token: string): number =>
      parseFloat(token) * (token.endsWith('万') ? 10_000 : 1) * (token.endsWith('%') ? 0.01 : 1);
    const sums = everyText.flatMap((text) => [
      ...text.replaceAll('**', '').matchAll(/([\d.]+[万%]?(?: [×+−] [\d.]+[万%]?)+) = ([\d.]+)/g),
    ]);
    for (const [whole, left = '', right = ''] of sums) {
      const [first = '', ...rest] = left.split(' ');
      let result = value(first);
      for (let index = 0; index < rest.length; index += 2) {
        const operand = value(rest[index + 1] ?? '');
        if (rest[index] === '×') result *= operand;
        else result += rest[index] === '+' ? operand : -operand;
      }
      expect({ whole, result: Number(result.toFixed(2)) }).toEqual({ whole, result: Number(right) });
    }
    expect(sums.length).toBeGreaterThanOrEqual(8);
  });

  test('speak calmly and leave nothing to be filled in', () => {
    for (const text of everyText) expect(text).not.toMatch(/！|!(?!\[)|TODO|XX|某某|待定|待补|占位|lorem/i);
  });
});

describe('the videos of the demo', () => {
  const videos = explainers.flatMap(({ video }) => (video === null ? [] : [[video.media, video] as const]));

  test.each(videos)('%s has captions, chapters and a transcript that fit it', (file, video) => {
    const duration = mp4Duration(fileOf(file));
    expect(duration).toBeGreaterThanOrEqual(36);
    expect(duration).toBeLessThanOrEqual(60);
    expect(video.captions.startsWith('WEBVTT\n\n')).toBe(true);

    const seconds = (stamp: string): number => Date.parse(`1970-01-01T${stamp}Z`) / 1000;
    const cues = [...video.captions.matchAll(/^([\d:.]+) --> ([\d:.]+)\n(.+)$/gm)];
    const times = cues.flatMap(([, from = '', to = '']) => [seconds(from), seconds(to)]);
    expect(times.length).toBeGreaterThan(20);
    expect([...times].sort((a, b) => a - b)).toEqual(times);
    expect(times.at(-1)).toBeLessThanOrEqual(duration);
    expect(cues.filter(([, , , caption = '']) => !video.transcript.includes(caption))).toEqual([]);

    expect(video.chapters[0]?.at).toBe(0);
    expect(video.chapters.filter(({ at }) => at >= duration)).toEqual([]);
  });

  test.each(videos)('%s is H.264 and begins to play before it has arrived', (file) => {
    const bytes = fileOf(file);
    expect(bytes.length).toBeLessThan(1_200_000);
    expect(bytes.includes('avc1')).toBe(true);
    expect(bytes.indexOf('moov')).toBeLessThan(bytes.indexOf('mdat'));
  });
});

describe('the interviews of the demo', () => {
  const interviews = explainers.flatMap(({ key, interview }) =>
    interview === null ? [] : [[key, interview] as const],
  );

  test.each(interviews)('%s has a host, guests, a citizen and turns in order', (_, { people: speakers, turns }) => {
    expect(turns.length).toBeGreaterThanOrEqual(12);
    expect(new Set(speakers.map(({ role }) => role))).toEqual(new Set(['host', 'guest', 'citizen']));
    expect(new Set(turns.map(({ speaker }) => speaker))).toEqual(new Set(speakers.map(({ id }) => id)));
    const times = turns.map(({ at }) => Date.parse(at ?? ''));
    expect(times.filter((time, index) => !(time > (times[index - 1] ?? 0)))).toEqual([]);
  });
});

describe('the files of the demo', () => {
  test('are exactly those that are described', () => {
    expect(readdirSync(MEDIA_DIR).sort()).toEqual(Object.keys(DEMO_MEDIA).sort());
  });

  test('are small, and of the size of their use', () => {
    const files = Object.entries(DEMO_MEDIA).map(([name, { mime }]) => ({ name, mime, bytes: fileOf(name) }));
    expect(files.reduce((sum, { bytes }) => sum + bytes.length, 0)).toBeLessThan(6_000_000);
    for (const { name, bytes } of files.filter(({ mime }) => mime === 'image/png')) {
      expect(bytes.length).toBeLessThan(250_000);
      const size = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
      if (name.endsWith('-cover.png')) expect({ name, size }).toEqual({ name, size: [900, 500] });
      if (/-\d\.png$/.test(name)) expect({ name, size }).toEqual({ name, size: [1080, 1440] });
    }
  });

  test('give the pages of a picture set a description that stands for the picture', () => {
    for (const { images, form } of explainers) {
      if (form === 'image') expect(images.length).toBeGreaterThanOrEqual(3);
      for (const { longDescription } of images) expect(hanCount(longDescription)).toBeGreaterThan(25);
    }
  });
});

describe('the plan of the demo', () => {
  test('has a place for every explainer, and one place only', () => {
    const placed = [...plan.published, plan.next, ...plan.coming].map(({ explainer }) => explainer);
    expect([...placed, ...plan.drafts].sort()).toEqual(explainers.map(({ key }) => key).sort());
  });

  test('puts the website first', () => {
    for (const { deliveries } of [...plan.published, ...plan.coming]) {
      expect(deliveries[0]?.account).toBe('website');
      const times = deliveries.map(({ time }) => time);
      expect([...times].sort()).toEqual(times);
    }
    const [first, ...others] = plan.next.deliveries;
    expect(first?.account).toBe('website');
    expect(others.map(({ account }) => account).sort()).toEqual(['micro-broadcast', 'wechat', 'weibo']);
  });

  test('lies in the past for what is published, and in the future for what is coming', () => {
    const days = (items: typeof plan.coming): number[] =>
      items.flatMap(({ deliveries }) => deliveries.map(({ day }) => day));
    expect(Math.max(...days(plan.published))).toBeLessThan(0);
    expect(Math.min(...days(plan.coming))).toBeGreaterThan(0);
  });
});
