import fs from 'node:fs/promises';
import { createServer, request, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { accepted } from '../../../src/site/accepted';
import { createSiteHandler } from '../../../src/site/serve-site';
import { openGuardedSite, textOf, type GuardedSite } from './integrity/guarded-site';

const PAGE = 'explainers/abc/index.html';
const VIDEO = Buffer.from(Array.from({ length: 3_000 }, (_, index) => index % 251));

let site: GuardedSite;
let server: Server;
let withdrawn = '';
beforeEach(async () => {
  withdrawn = '';
  site = await openGuardedSite();
  await site.publish({
    [PAGE]: textOf('甲'),
    'assets/site.0123456789ab.css': 'p { margin: 0 }\n'.repeat(200),
    'media/aa.mp4': VIDEO,
    'media/bb-800.webp': Buffer.alloc(600 * 1024, 1),
    '404.html': textOf('没有'),
    'robots.txt': 'User-agent: *',
  });
  await generation();
  const handler = createSiteHandler({
    directory: site.places.site,
    generation: path.join(site.places.state, 'generation'),
    memory: 64 * 1024 * 1024,
    isWithdrawn: (address) => Promise.resolve(address === withdrawn),
    headers: { 'x-content-type-options': 'nosniff' },
  });
  server = createServer((incoming, outgoing) => void handler(incoming, outgoing));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await site.close();
});

let count = 0;
/** The site has changed; a time of its own for each, whatever the clock of the disk. */
async function generation(): Promise<void> {
  const file = path.join(site.places.state, 'generation');
  await fs.writeFile(file, String((count += 1)));
  await fs.utimes(file, count, count);
}

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** Nothing is unpacked on the way, as `fetch` would. */
function get(address: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
  // A listening TCP server has an address object.
  const { port } = server.address() as AddressInfo;
  return new Promise((resolve, reject) => {
    request({ port, host: '127.0.0.1', path: address, headers, method }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) });
      });
    })
      .on('error', reject)
      .end();
  });
}

/** Changes the site and waits until the server has noticed: it looks at most so often. */
async function change(files: Record<string, string | null>): Promise<void> {
  await site.publish(files);
  await generation();
  await new Promise((resolve) => setTimeout(resolve, 40));
}

describe('a page', () => {
  test('is served in the packed form that was published, the smallest that the reader takes', async () => {
    const [br, gz, plain] = await Promise.all([
      get('/explainers/abc/', { 'accept-encoding': 'gzip, deflate, br, zstd' }),
      get('/explainers/abc/', { 'accept-encoding': 'gzip' }),
      get('/explainers/abc/'),
    ]);
    expect(br.headers).toMatchObject({
      'content-encoding': 'br',
      vary: 'accept-encoding',
      'cache-control': 'no-cache',
    });
    expect(br.body).toEqual(await fs.readFile(site.at(`${PAGE}.br`)));
    expect(gz.headers).toMatchObject({ 'content-encoding': 'gzip', vary: 'accept-encoding' });
    expect(gz.body).toEqual(await fs.readFile(site.at(`${PAGE}.gz`)));
    expect(plain.headers).toMatchObject({ vary: 'accept-encoding', 'x-content-type-options': 'nosniff' });
    expect(plain.headers['content-encoding']).toBeUndefined();
    for (const [answer, text] of [
      [br, brotliDecompressSync(br.body)],
      [gz, gunzipSync(gz.body)],
      [plain, plain.body],
    ] as const) {
      expect(text.toString()).toBe(textOf('甲'));
      expect(answer.headers['content-length']).toBe(String(answer.body.length));
    }
  });

  test('has a tag of its own for each form, and is 304 for exactly that', async () => {
    const encodings = ['br', 'gzip', 'identity'];
    const tags = await Promise.all(
      encodings.map(
        async (encoding) => (await get('/explainers/abc/', { 'accept-encoding': encoding })).headers.etag ?? '',
      ),
    );
    expect(new Set(tags).size).toBe(3);
    for (const [index, encoding] of encodings.entries()) {
      for (const [other, tag] of tags.entries()) {
        const answer = await get('/explainers/abc/', { 'accept-encoding': encoding, 'if-none-match': tag });
        expect(answer.status).toBe(index === other ? 304 : 200);
        if (answer.status === 304) expect(answer.headers).toMatchObject({ etag: tag, vary: 'accept-encoding' });
      }
    }
  });

  test('gives its head alone for HEAD', async () => {
    const whole = await get('/explainers/abc/', { 'accept-encoding': 'br' });
    const head = await get('/explainers/abc/', { 'accept-encoding': 'br' }, 'HEAD');
    expect(head.body.length).toBe(0);
    expect({ ...head.headers, date: '' }).toEqual({ ...whole.headers, date: '' });
  });

  test('is the new one after a publication, in every form', async () => {
    await get('/explainers/abc/', { 'accept-encoding': 'br' });
    await change({ [PAGE]: textOf('乙') });
    const { body } = await get('/explainers/abc/', { 'accept-encoding': 'br' });
    expect(brotliDecompressSync(body).toString()).toBe(textOf('乙'));
    expect((await get('/explainers/abc/')).body.toString()).toBe(textOf('乙'));
  });

  test('that has no packed files, from a time before them, is packed on the way', async () => {
    for (const ending of ['.br', '.gz']) await fs.rm(site.at(PAGE + ending));
    const answer = await get('/explainers/abc/', { 'accept-encoding': 'br, gzip' });
    expect(answer.headers['content-encoding']).toBe('gzip');
    expect(gunzipSync(answer.body).toString()).toBe(textOf('甲'));
  });

  test('that was taken back is 410 in every form, and 200 again when it comes back', async () => {
    await get('/explainers/abc/');
    withdrawn = '/explainers/abc/';
    await change({ [PAGE]: textOf('已撤下') });
    const gone = await get('/explainers/abc/', { 'accept-encoding': 'br' });
    expect(gone).toMatchObject({ status: 410, headers: { 'cache-control': 'no-cache', 'content-encoding': 'br' } });
    expect(brotliDecompressSync(gone.body).toString()).toBe(textOf('已撤下'));
    expect((await get('/explainers/abc/', { 'if-none-match': gone.headers.etag ?? '' })).status).toBe(410);
    withdrawn = '';
    await change({ [PAGE]: textOf('丙') });
    expect(await get('/explainers/abc/')).toMatchObject({ status: 200, body: Buffer.from(textOf('丙')) });
  });
});

test('names with a hash are kept for ever, everything else is asked for again', async () => {
  const asset = await get('/assets/site.0123456789ab.css', { 'accept-encoding': 'br' });
  expect(asset.headers).toMatchObject({
    'cache-control': 'public, max-age=31536000, immutable',
    'content-type': 'text/css; charset=utf-8',
    'content-encoding': 'br',
  });
  for (const media of ['/media/aa.mp4', '/media/bb-800.webp']) {
    expect((await get(media)).headers['cache-control']).toBe('public, max-age=31536000, immutable');
  }
  expect((await get('/robots.txt')).headers['cache-control']).toBe('no-cache');
});

describe('a recording', () => {
  const ranges: readonly (readonly [string, number, string | undefined, Buffer | null])[] = [
    ['bytes=0-', 206, 'bytes 0-2999/3000', VIDEO],
    ['bytes=0-0', 206, 'bytes 0-0/3000', VIDEO.subarray(0, 1)],
    ['bytes=100-199', 206, 'bytes 100-199/3000', VIDEO.subarray(100, 200)],
    ['bytes=2900-9999', 206, 'bytes 2900-2999/3000', VIDEO.subarray(2_900)],
    ['bytes=-500', 206, 'bytes 2500-2999/3000', VIDEO.subarray(2_500)],
    ['bytes=-9999', 206, 'bytes 0-2999/3000', VIDEO],
    ['bytes=3000-', 416, 'bytes */3000', null],
    ['bytes=-0', 416, 'bytes */3000', null],
    ['bytes=5-2', 200, undefined, VIDEO],
    ['bytes=0-1,5-6', 200, undefined, VIDEO],
    ['pages=1-2', 200, undefined, VIDEO],
  ];
  test.each(ranges)('asked for by %s', async (range, status, contentRange, bytes) => {
    const answer = await get('/media/aa.mp4', { range });
    expect(answer.status).toBe(status);
    expect(answer.headers['content-range']).toBe(contentRange);
    if (bytes === null) return;
    expect(answer.body).toEqual(bytes);
    expect(answer.headers).toMatchObject({ 'accept-ranges': 'bytes', 'content-type': 'video/mp4' });
    expect(answer.headers['content-length']).toBe(String(bytes.length));
  });

  test('is never packed, gives a head, and a 304 to who has it', async () => {
    const whole = await get('/media/aa.mp4', { 'accept-encoding': 'br' });
    expect(whole.headers['content-encoding']).toBeUndefined();
    const etag = whole.headers.etag ?? '';
    expect(await get('/media/aa.mp4', { 'if-none-match': etag })).toMatchObject({ status: 304, body: Buffer.alloc(0) });
    const head = await get('/media/aa.mp4', {}, 'HEAD');
    expect(head).toMatchObject({ status: 200, body: Buffer.alloc(0), headers: { 'content-length': '3000' } });
  });

  test('that has changed is sent as a whole to who holds a part of the old one', async () => {
    const etag = (await get('/media/aa.mp4')).headers.etag ?? '';
    expect((await get('/media/aa.mp4', { range: 'bytes=10-', 'if-range': etag })).status).toBe(206);
    expect((await get('/media/aa.mp4', { range: 'bytes=10-', 'if-range': '"another"' })).status).toBe(200);
  });
});

test('what is not there is the site’s own page, packed too, and never cached', async () => {
  const answer = await get('/nothing/here', { 'accept-encoding': 'br' });
  expect(answer).toMatchObject({ status: 404, headers: { 'cache-control': 'no-cache', 'content-encoding': 'br' } });
  expect(brotliDecompressSync(answer.body).toString()).toBe(textOf('没有'));
  expect((await get('/explainers/abc')).headers.location).toBe('/explainers/abc/');
});

test('nothing outside the site is served, nor hidden files', async () => {
  await fs.writeFile(path.join(site.places.state, 'secret.txt'), 'secret');
  await fs.writeFile(site.at('.half.tmp'), 'half');
  for (const address of [
    '/../state/secret.txt',
    '/%2e%2e/state/secret.txt',
    '/..%2fstate%2fsecret.txt',
    '/.half.tmp',
    '/%00',
    '/%',
  ]) {
    expect((await get(address)).status).toBe(404);
  }
  expect((await get('/', {}, 'POST')).status).toBe(405);
});

describe('encodings that a reader takes', () => {
  test.each([
    [undefined, []],
    ['', []],
    ['gzip', ['gzip']],
    ['br;q=0.1, GZIP', ['br', 'gzip']],
    ['br;q=0, gzip', ['gzip']],
    ['gzip;q=0.000', []],
    ['*', ['br', 'gzip']],
    ['*, br;q=0', ['gzip']],
    ['identity', []],
    ['bro, xgzip', []],
  ])('%s', (header, encodings) => {
    expect(accepted(header)).toEqual(encodings);
  });
});
