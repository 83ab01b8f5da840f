import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Core } from '@strapi/strapi';
import sharp from 'sharp';
import { importOnSave } from '../../../src/editorial/import-on-save';

type Context = { uid: string; action: string; params: Record<string, unknown> };
type Middleware = (context: Context, next: () => Promise<unknown>) => Promise<unknown>;

const UID = 'api::explainer.explainer';
const EDITOR = `/content-manager/collection-types/${UID}/abc`;
/** Milliseconds. Longer than the answers of this test take, so that only those that never come are given up. */
const PATIENCE = 1_000;

let server: Server;
let port: number;
let answer: RequestListener;
let requests: number;
let picture: Buffer;
beforeAll(async () => {
  picture = await sharp({ create: { width: 6, height: 4, channels: 3, background: '#14527A' } })
    .png()
    .toBuffer();
  server = createServer((request, response) => {
    requests += 1;
    answer(request, response);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  ({ port } = server.address() as AddressInfo); // listening on TCP
});
beforeEach(() => {
  requests = 0;
  answer = (_request, response) => response.end(picture);
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((closed) => server.close(closed));
});

/** What is stored when this is saved, with a Strapi of which only the documents and the request are there. */
async function saved(data: unknown, { path = EDITOR, ...about }: Partial<Context> & { path?: string | null } = {}) {
  const used: Middleware[] = [];
  const strapi = {
    documents: { use: (middleware: Middleware) => used.push(middleware) },
    requestContext: { get: () => (path === null ? undefined : { path }) },
  } as unknown as Core.Strapi;
  const parts = () => ({
    hosts: [`www.yunlan.gov.cn:${port}`],
    addFile: (_file: unknown, alt: string) => Promise.resolve({ url: `/uploads/${alt}.png` }),
    web: {
      resolve: (host: string) => Promise.resolve(host.startsWith('inside') ? ['10.0.0.5'] : ['127.0.0.1']),
      isInternal: (address: string) => address !== '127.0.0.1',
    },
  });
  importOnSave(strapi, parts, PATIENCE);
  const context: Context = { uid: UID, action: 'update', params: { documentId: 'abc', data }, ...about };
  let stored: unknown = 'nothing was saved';
  await used[0]?.(context, () => {
    stored = context.params['data'];
    return Promise.resolve(null);
  });
  return stored;
}
const shown = (path = '/a.png', host = 'www.yunlan.gov.cn'): string => `![收费表](http://${host}:${port}${path})`;
const OWN = '![收费表](/uploads/收费表.png)';

test.each(['create', 'update'])(
  'pictures of other websites are in the library when staff %s an explainer',
  async (action) => {
    const data = {
      title: '题目',
      body: `正文\n\n${shown()}`,
      aspects: { id: 7, background: shown(), basis: null, intent: '没有图' },
      interview: {
        id: 3,
        people: [{ key: 'a' }],
        turns: [
          { id: 1, text: shown(), at: null },
          { id: 2, text: null },
        ],
      },
      revision: 4,
    };
    expect(await saved(data, { action })).toEqual({
      ...data,
      body: `正文\n\n${OWN}`,
      aspects: { ...data.aspects, background: OWN },
      interview: {
        ...data.interview,
        turns: [
          { id: 1, text: OWN, at: null },
          { id: 2, text: null },
        ],
      },
    });
  },
);

test('pictures from inside, of other websites or not there stay as they are, and the rest comes', async () => {
  const broken = [
    shown('/a.png', 'evil.example'),
    '![x](http://169.254.169.254/a.png)',
    shown('/b.png', 'inside.example'),
  ];
  const body = (good: string): string => [good, ...broken].join('\n\n');
  expect(await saved({ body: body(shown()) })).toEqual({ body: body(OWN) });
  answer = (_request, response) => response.writeHead(404).end('no');
  expect(await saved({ body: shown() })).toEqual({ body: shown() });
});

test('a website that does not answer, and a name that nobody resolves, hold nobody up for long', async () => {
  answer = () => undefined;
  const body = Array.from({ length: 9 }, (_, index) => shown(`/${index}.png`)).join('\n\n');
  expect(await saved({ body })).toEqual({ body });
  // The first four were asked for at once; when the time was over nobody was asked any more.
  expect(requests).toBe(4);
});

test.each([
  ['another kind of content', { uid: 'api::policy.policy' }],
  ['something that is only read', { action: 'findOne' }],
  ['what a machine writes, which is told by its own route', { path: '/api/v1/explainers' }],
  ['what the program writes by itself', { path: null }],
])('%s is left alone', async (_what, about) => {
  expect(await saved({ body: shown() }, about)).toEqual({ body: shown() });
  expect(requests).toBe(0);
});

test('texts without pictures from elsewhere are saved without a look at any website', async () => {
  const data = { body: '# 题\n\n![图](/uploads/x.png) [链接](https://www.yunlan.gov.cn/)', cover: 3 };
  expect(await saved(data)).toEqual(data);
  expect(await saved({ title: '只改了标题' })).toEqual({ title: '只改了标题' });
  expect(requests).toBe(0);
});
