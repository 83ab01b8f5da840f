import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { HttpFailure, type HttpRequest } from '../../../publishers/contract';
import type { Exchange } from '../../../src/delivery/delivery';
import { redact, sendHttp } from '../../../src/delivery/http';

const TOKEN = '92_Zk3-secret.token';
let server: Server;
let answer: RequestListener;
let url: string;
let recorded: Exchange[];
beforeAll(async () => {
  server = createServer((request, response) => answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api`; // listening on TCP
});
afterAll(() => {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(resolve));
});
beforeEach(() => {
  recorded = [];
  answer = (_request, response) => response.end('{"errcode":0}');
});

const send = (request: Partial<HttpRequest> = {}, mayStillSend?: () => boolean) =>
  sendHttp({ method: 'GET', url, ...request }, (exchange) => recorded.push(exchange), mayStillSend);
const failure = async (request: Partial<HttpRequest> = {}, mayStillSend?: () => boolean): Promise<HttpFailure> => {
  const error: unknown = await send(request, mayStillSend).catch((caught: unknown) => caught);
  if (!(error instanceof HttpFailure)) throw new Error(`did not fail: ${JSON.stringify(error)}`);
  return error;
};

describe('an answer', () => {
  it.each([200, 302, 404, 502])(
    'of HTTP %d is an answer: what it means is for the publisher to say',
    async (status) => {
      answer = (_request, response) => response.writeHead(status, { location: '/elsewhere' }).end('原文');
      expect(await send()).toMatchObject({ status, text: '原文' });
      expect(recorded).toMatchObject([{ status, response: '原文' }]);
    },
  );

  it('R19: of 5 MB is given up, and neither memory nor record fills with it', async () => {
    answer = (_request, response) => {
      response.writeHead(502, { 'content-type': 'text/html' });
      response.end('<p>'.repeat(1_800_000));
    };
    expect(await failure()).toMatchObject({ sent: true });
    expect(JSON.stringify(recorded).length).toBeLessThan(3_000);
  });

  it('that drips for ever is given up', async () => {
    let drip: NodeJS.Timeout | undefined;
    answer = (_request, response) => {
      response.writeHead(200);
      drip = setInterval(() => response.write(' '), 20);
    };
    try {
      expect(await failure({ timeout: 300 })).toMatchObject({ sent: true });
    } finally {
      clearInterval(drip);
    }
  });

  it('of three megabytes is too long, unless the request allows for it', async () => {
    answer = (_request, response) => response.end('x'.repeat(3 * 1024 * 1024));
    expect(await failure()).toMatchObject({ sent: true });
    expect((await send({ longest: 4 * 1024 * 1024 })).text).toHaveLength(3 * 1024 * 1024);
    expect(recorded.at(-1)?.response?.length).toBeLessThan(3_000);
  });

  it('that never comes is given up, and its effect counts as unknown', async () => {
    answer = () => undefined;
    expect(await failure({ timeout: 200 })).toMatchObject({ sent: true });
    expect(recorded).toMatchObject([{ status: null }]);
  });

  it('that breaks off is no answer', async () => {
    answer = (request) => request.socket.resetAndDestroy();
    expect(await failure()).toMatchObject({ sent: true });
  });
});

describe('a request', () => {
  it('that found nobody listening certainly had no effect', async () => {
    const free = createServer();
    await new Promise<void>((resolve) => free.listen(0, '127.0.0.1', resolve));
    const { port } = free.address() as AddressInfo; // listening on TCP
    await new Promise((resolve) => free.close(resolve));
    expect(await failure({ url: `http://127.0.0.1:${port}/` })).toMatchObject({ sent: false, code: 'ECONNREFUSED' });
  });

  it('R3: is not sent at all once the claim was lost', async () => {
    let reached = false;
    answer = (_request, response) => {
      reached = true;
      response.end();
    };
    expect(await failure({}, () => false)).toMatchObject({ sent: false, code: 'CLAIM_LOST' });
    expect(reached).toBe(false);
  });

  it('carries Chinese as it is, not as escapes', async () => {
    let body = '';
    answer = (request, response) => {
      request.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
      request.on('end', () => response.end());
    };
    await send({ method: 'POST', json: { title: '门诊共济' } });
    expect(body).toBe('{"title":"门诊共济"}');
  });

  it('is not repeated and does not follow a redirect', async () => {
    let calls = 0;
    answer = (_request, response) => {
      calls += 1;
      response.writeHead(307, { location: '/api' }).end();
    };
    await send({ method: 'POST', json: {} });
    expect(calls).toBe(1);
  });
});

describe('what is kept of an exchange', () => {
  const forms: readonly [string, Partial<HttpRequest>][] = [
    ['the address', { query: { access_token: TOKEN, count: 5 } }],
    ['a form', { method: 'POST', form: { access_token: TOKEN, status: '正文' } }],
    ['JSON', { method: 'POST', json: { secret: TOKEN, appsecret: TOKEN, nested: { access_token: TOKEN } } }],
    ['parts', { method: 'POST', multipart: [{ name: 'access_token', value: TOKEN }] }],
  ];
  it.each(forms)('never holds the token that stood in %s', async (_where, request) => {
    answer = (_request, response) => response.end(JSON.stringify({ access_token: TOKEN, expires_in: 7200 }));
    await send(request);
    answer = (incoming) => incoming.socket.resetAndDestroy();
    await failure(request);
    expect(recorded).toHaveLength(2);
    expect(JSON.stringify(recorded)).not.toContain(TOKEN);
    expect(JSON.stringify(recorded)).toContain('***');
  });

  it('holds what is needed to understand it, cut to a bearable length', async () => {
    answer = (_request, response) => response.end(JSON.stringify({ errcode: 40007, pad: '长'.repeat(9_000) }));
    await send({
      method: 'POST',
      multipart: [{ name: 'media', bytes: Buffer.alloc(9), filename: '图.png', mime: 'image/png' }],
    });
    expect(recorded[0]).toMatchObject({ method: 'POST', status: 200, request: 'media=<图.png, image/png, 9 bytes>' });
    expect(recorded[0]?.response).toMatch(/^\{"errcode":40007/);
    expect(recorded[0]?.response).toHaveLength(2_000);
  });

  it.each([
    'access_token=abc&x=1',
    '"access_token":"abc"',
    '{"secret": "abc"}',
    'a?token=abc',
    '%7B%22appsecret%22%3A%22abc',
  ])('hides the value in %s', (text) => expect(redact(text)).not.toContain('abc'));
});
