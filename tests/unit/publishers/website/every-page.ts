import { readFileSync } from 'node:fs';
import path from 'node:path';
import { FORMS } from '../../../../publishers/content';
import type { Content } from '../../../../publishers/content';
import { livePage } from '../../../../publishers/micro-broadcast/live-page';
import { newRoom } from '../../../../publishers/micro-broadcast/new-room';
import type { Room, Update } from '../../../../publishers/micro-broadcast/room';
import { website } from '../../../../publishers/website';
import { searchPage } from '../../../../publishers/website/pages/search-page';
import type { SearchView } from '../../../../publishers/website/pages/search-page';
import { siteOf } from '../../../../publishers/website/settings';
import { showRooms } from '../../../../publishers/website/show-rooms';
import { DEMO_MEDIA, MEDIA_DIR_RELATIVE, explainers } from '../../../../src/seed/demo';
import { contentOf } from '../../seed/content-of';
import { account, openTestSite, versionOf } from './test-site';
import type { TestSite } from './test-site';

const frame = { site: siteOf(account), siteUrl: account.siteUrl };

const update = (seq: number, changes: Partial<Update> = {}): Update => ({
  seq,
  at: `2026-11-23T01:0${seq}:00.000Z`,
  key: null,
  kind: 'point',
  speaker: '主持人',
  text: '#门诊新政# 【能报多少】二级医院报销60%，见 https://yunlan.example/explainers/a/ 。',
  images: [],
  correction: null,
  earlier: [],
  removal: null,
  cursor: seq,
  ...changes,
});

const announced = newRoom('room', {
  ids: ['room'],
  title: '门诊新政发布会 <直播> & 问答',
  hashtag: '门诊新政',
  host: '市医保局',
  plannedStart: '2026-11-23T01:00:00.000Z',
  ...frame,
  explainer: 'text',
  delivery: null,
  script: [],
  endsAfter: null,
  startNow: false,
});
const running: Room = {
  ...announced,
  stage: 'running',
  startedAt: '2026-11-23T01:00:00.000Z',
  updates: [
    update(1, { kind: 'opening' }),
    update(2, { images: [{ url: '/media/a-640.webp', alt: '示意图', width: 640, height: 480 }] }),
    update(3, { correction: { at: '2026-11-23T01:05:00.000Z', note: '起付线应为400元' } }),
    update(4, { removal: { at: '2026-11-23T01:06:00.000Z', reason: '重复' } }),
  ],
  cursor: 4,
};
/** A live room in each of its stages. */
export const ROOMS: Readonly<Record<string, Room>> = {
  announced,
  running,
  ended: { ...running, stage: 'ended', endedAt: '2026-11-23T02:00:00.000Z' },
  withdrawn: {
    ...running,
    stage: 'withdrawn',
    endedAt: '2026-11-23T02:00:00.000Z',
    withdrawal: { at: '2026-11-23T03:00:00.000Z', reason: '内容有误' },
  },
};

const NOTHING_ASKED: SearchView = {
  query: '',
  address: '/search',
  cutTo: null,
  words: [],
  reach: null,
  others: [],
  total: 0,
  more: false,
  hits: [],
  filters: [],
  sorts: [],
  withoutFilters: null,
  near: [],
  suggestions: [],
  previous: null,
  next: null,
  place: null,
};
const HIT = {
  href: '/explainers/text/',
  title: '门诊看病也能报销',
  excerpt: '12月1日起，门诊也能报销 <60%>',
  form: 'text',
  category: 'health',
  publishedAt: '2026-11-23T01:00:00.000Z',
  facts: null,
  validity: '尚未施行',
} as const;

/** Makes every file of the demo known to a test's site. */
function fillLibrary(site: TestSite): void {
  for (const [name, { mime }] of Object.entries(DEMO_MEDIA)) {
    site.file(name, mime, readFileSync(path.resolve(__dirname, '../../../..', MEDIA_DIR_RELATIVE, name)));
  }
}

/** What the demo's first explainer of a form holds when it is signed. */
export function demoContent(form: Content['form']): Content {
  const found = explainers.find((explainer) => explainer.form === form);
  if (!found) throw new Error(`the demo has no explainer of the form ${form}`);
  return contentOf(found);
}

/**
 * A site with something of everything, from the content of the demo: each form of explainer under the name of the form,
 * a text with everything that the format allows (`full`), a withdrawn one (`gone`), an announced and a running room.
 */
export async function openFullSite(): Promise<TestSite> {
  const site = await openTestSite();
  fillLibrary(site);
  await site.ensure();
  for (const form of FORMS) await site.publish(versionOf(form, 1, demoContent(form)));
  await site.publish(versionOf('full', 1));
  site.clock.now = '2026-11-24T03:30:00.000Z';
  await site.publish(versionOf('full', 2, { subtitle: null, aiDisclosure: 'assisted' }));
  await site.publish(versionOf('gone', 1, { title: '旧的一篇' }));
  await website.withdraw?.({ id: 'gone@1', url: null, at: '' }, '数字有误', site.io);
  await showRooms(site.io, account, [
    { path: '/live/room/', title: announced.title, state: 'announced', startsAt: '2026-11-23T01:00:00.000Z' },
    { path: '/live/now/', title: running.title, state: 'running', startsAt: '2026-11-23T01:00:00.000Z' },
  ]);
  return site;
}

/** Every page of a site by its path, with those that are drawn for one reader or by the live desk. */
export async function everyPage(site: TestSite): Promise<ReadonlyMap<string, string>> {
  const files = Object.entries(await site.tree()).filter(([name]) => /^site\/.*\.html$/.test(name));
  const filter = {
    title: '领域',
    chips: [{ title: '医疗卫生', href: '/search?q=a&category=health', count: 2, current: true }],
  };
  return new Map([
    ...files.map(([name, html]): [string, string] => [name.slice('site'.length).replace(/index\.html$/, ''), html]),
    ['/search', searchPage(frame, NOTHING_ASKED)],
    [
      '/search?q=hits',
      searchPage(frame, {
        ...NOTHING_ASKED,
        query: '门诊 "报销" <b>',
        words: ['门诊'],
        reach: 'synonyms',
        others: ['医保'],
        total: 40,
        more: true,
        sorts: [{ title: '最新', href: '/search?q=a&sort=new', count: null, current: false }],
        withoutFilters: '/search?q=a',
        place: '第 2 页，共 3 页',
        hits: [
          HIT,
          {
            ...HIT,
            href: '/policies/p1/',
            form: null,
            category: null,
            publishedAt: null,
            facts: '云澜市 1号',
            validity: '废止',
          },
        ],
        filters: [filter],
        previous: '/search?q=a&page=1',
        next: '/search?q=a&page=3',
      }),
    ],
    [
      '/search?q=nothing',
      searchPage(frame, { ...NOTHING_ASKED, query: '没有的事', near: [HIT], suggestions: ['门诊'] }),
    ],
    ...Object.entries(ROOMS).map(([stage, room]): [string, string] => [`/live/${stage}/`, livePage(room)]),
  ]);
}
