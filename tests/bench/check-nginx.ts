import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { request, type IncomingHttpHeaders } from 'node:http';
import { join } from 'node:path';
import { SECURITY_HEADERS } from '../../src/site/security-headers';

const PAGE = '/explainers/demo/';

/** What the documented set-up must answer, before anybody measures how fast. @throws on the first wrong answer */
export async function checkNginx(port: number, site: string): Promise<void> {
  const get = (path: string, headers: Record<string, string> = {}) => ask(port, path, headers);
  const file = (name: string): Promise<Buffer> => readFile(join(site, name));

  const packed = await get(PAGE, { 'accept-encoding': 'gzip' });
  assert.equal(packed.status, 200);
  assert.deepEqual(packed.body, await file('explainers/demo/index.html.gz'));
  assert.equal(packed.headers['content-encoding'], 'gzip');
  assert.equal(packed.headers.vary, 'Accept-Encoding');
  assert.equal(packed.headers['content-type'], 'text/html; charset=utf-8');
  assert.equal(packed.headers['cache-control'], 'no-cache');
  for (const [name, value] of Object.entries(SECURITY_HEADERS)) assert.equal(packed.headers[name], value);

  const plain = await get(PAGE);
  assert.deepEqual(plain.body, await file('explainers/demo/index.html'));
  assert.equal(plain.headers['content-encoding'], undefined);
  assert.notEqual(plain.headers.etag, packed.headers.etag);
  const again = { 'accept-encoding': 'gzip', 'if-none-match': packed.headers.etag ?? '' };
  assert.equal((await get(PAGE, again)).status, 304);

  const withdrawn = await get('/explainers/withdrawn/');
  assert.equal(withdrawn.status, 410);
  assert.match(withdrawn.body.toString(), /已撤下/);
  for (const [name, value] of Object.entries(SECURITY_HEADERS)) assert.equal(withdrawn.headers[name], value);

  const unknown = await get('/nothing/here');
  assert.equal(unknown.status, 404);
  assert.match(unknown.body.toString(), /没有这个页面/);
  const bare = await get('/explainers/demo');
  assert.equal(bare.status, 308);
  assert.equal(bare.headers.location, PAGE);

  const asset = await get('/assets/site.0123456789ab.css', { 'accept-encoding': 'gzip' });
  assert.equal(asset.headers['cache-control'], 'public, max-age=31536000, immutable');
  assert.equal(asset.headers['content-encoding'], 'gzip');
  const part = await get('/media/aa.mp4', { range: 'bytes=100-199' });
  assert.equal(part.status, 206);
  assert.equal(part.headers['content-range'], 'bytes 100-199/3000');
  assert.equal(part.headers['content-type'], 'video/mp4');

  for (const hidden of ['/metrics', '/_live', '/explainers/demo/.index.html.tmp', '/../site-state/generation']) {
    assert.ok([400, 404].includes((await get(hidden)).status), hidden);
  }
}

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

const ask = (port: number, path: string, headers: Record<string, string>): Promise<Answer> =>
  new Promise((resolve, reject) => {
    request({ port, host: '127.0.0.1', path, headers, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) });
      });
    })
      .on('error', reject)
      .end();
  });
