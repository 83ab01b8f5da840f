import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import sharp from 'sharp';
import type { ExplainerInput } from '../../../src/editorial/inputs';
import { fetchPicture, WEB, type Web } from '../../../src/editorial/fetch-picture';
import { withOwnPictures } from '../../../src/editorial/with-own-pictures';
import { isInternalAddress } from '../../../src/editorial/is-internal-address';

let server: Server;
let port: number;
let answer: RequestListener;
let requests: string[];
let picture: Buffer;
beforeAll(async () => {
  picture = await sharp({ create: { width: 6, height: 4, channels: 3, background: '#14527A' } })
    .png()
    .toBuffer();
  server = createServer((request, response) => {
    requests.push(`${request.headers.host ?? ''}${request.url ?? ''}`);
    answer(request, response);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  ({ port } = server.address() as AddressInfo); // listening on TCP
});
beforeEach(() => {
  requests = [];
  answer = (_request, response) => response.end(picture);
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((closed) => server.close(closed));
});

/** Every name leads to the server of this test, which counts as a public one; `inside` leads into the office. */
const web: Web = {
  resolve: (host) => Promise.resolve(host.startsWith('inside') ? ['10.0.0.5'] : ['127.0.0.1']),
  isInternal: (address) => address !== '127.0.0.1' && isInternalAddress(address),
};
const hosts = () => [`www.yunlan.gov.cn:${port}`, `*.media.example:${port}`, `inside.example:${port}`];
const at = (host: string, path = '/a.png'): string => `http://${host}:${port}${path}`;
const codeOf = async (address: string, own = web): Promise<string> => {
  const fetched = await fetchPicture(address, hosts(), own);
  return 'problem' in fetched ? fetched.problem.code : 'fetched';
};

describe('a picture is fetched', () => {
  test('from an allowed website, by its name', async () => {
    expect(await fetchPicture(at('www.yunlan.gov.cn'), hosts(), web)).toEqual({ bytes: picture });
    expect(requests).toEqual([`www.yunlan.gov.cn:${port}/a.png`]);
    expect(await codeOf(at('img.media.example'))).toBe('fetched');
  });

  test.each([
    ['another website', () => at('evil.example')],
    ['a name that only begins alike', () => at('www.yunlan.gov.cn.evil.example')],
    ['the parent of allowed ones', () => at('media.example')],
    ['a name that only ends alike', () => at('evilmedia.example')],
    ['another port', () => 'http://www.yunlan.gov.cn/a.png'],
    ['a log-in in the address', () => `http://www.yunlan.gov.cn@127.0.0.1:${port}/a.png`],
    ['a file of this machine', () => 'file:///etc/passwd'],
    ['no address at all', () => 'http://['],
  ])('never from %s', async (_what, address) => {
    expect(await codeOf(address())).toBe('picture.host-not-allowed');
    expect(requests).toEqual([]);
  });

  test('never from inside, whatever the name says, and not when only one of its addresses is', async () => {
    expect(await codeOf(at('inside.example'))).toBe('picture.not-fetched');
    expect(
      await codeOf(at('www.yunlan.gov.cn'), { ...web, resolve: () => Promise.resolve(['127.0.0.1', '::1']) }),
    ).toBe('picture.not-fetched');
    expect(await codeOf(at('www.yunlan.gov.cn'), { ...web, isInternal: WEB.isInternal })).toBe('picture.not-fetched');
    expect(requests).toEqual([]);
  });

  test('through redirects within what is allowed, not out of it, not inside, not for ever', async () => {
    const leadTo = (location: string): void => {
      answer = (request, response) =>
        request.url === '/b.png' ? response.end(picture) : response.writeHead(302, { location }).end();
    };
    leadTo('/b.png');
    expect(await codeOf(at('www.yunlan.gov.cn'))).toBe('fetched');
    leadTo(at('evil.example', '/b.png'));
    expect(await codeOf(at('www.yunlan.gov.cn'))).toBe('picture.host-not-allowed');
    leadTo(at('inside.example', '/b.png'));
    expect(await codeOf(at('www.yunlan.gov.cn'))).toBe('picture.not-fetched');
    leadTo('/a.png');
    requests = [];
    expect(await codeOf(at('www.yunlan.gov.cn'))).toBe('picture.not-fetched');
    expect(requests).toHaveLength(4);
  });

  test('not when it never ends, is not there, or the website is down', async () => {
    answer = (_request, response) => {
      const more = (): void => {
        while (response.write(Buffer.alloc(65_536)));
        response.once('drain', more);
      };
      more();
    };
    expect(await codeOf(at('www.yunlan.gov.cn'))).toBe('picture.not-fetched');
    answer = (_request, response) => response.writeHead(404).end('no');
    expect(await codeOf(at('www.yunlan.gov.cn'))).toBe('picture.not-fetched');
    answer = (request) => request.socket.destroy();
    expect(await codeOf(at('www.yunlan.gov.cn'))).toBe('picture.not-fetched');
  });
});

test.each([
  '0.0.0.0',
  '10.1.2.3',
  '100.64.0.1',
  '127.0.0.1',
  '169.254.169.254',
  '172.31.255.255',
  '192.168.1.1',
  '198.19.0.1',
  '224.0.0.1',
  '255.255.255.255',
  '::',
  '::1',
  '::ffff:10.0.0.1',
  '::ffff:8.8.8.8',
  '64:ff9b::a00:1',
  '2002:a00:1::',
  '2001::1',
  '2001:db8::1',
  'fc00::1',
  'fd12:3456::1',
  'fe80::1',
  'ff02::1',
  'not an address',
])('%s is internal', (address) => {
  expect(isInternalAddress(address)).toBe(true);
});

test.each(['1.1.1.1', '172.32.0.1', '192.169.0.1', '223.5.5.5', '2400:3200::1', '2606:4700::1111'])(
  '%s is public',
  (address) => {
    expect(isInternalAddress(address)).toBe(false);
  },
);

describe('pictures of a text come into the library', () => {
  const kept: { name: string; mime: string; alt: string }[] = [];
  const bring = (input: Partial<ExplainerInput>) =>
    withOwnPictures(input, {
      hosts: hosts(),
      web,
      addFile: ({ name, mime }, alt) => {
        kept.push({ name, mime, alt });
        return Promise.resolve({ url: `/uploads/${alt}.png` });
      },
    });
  beforeEach(() => {
    kept.length = 0;
  });

  test('with their words, each once, wherever they stand; nothing else in the text changes', async () => {
    const one = at('www.yunlan.gov.cn');
    const other = at('www.yunlan.gov.cn', '/a.png?big=1');
    const { input, problems } = await bring({
      title: '题目',
      body: `![收费表](${one})\n\n[原图](${one}.zip) ![大图](${other} "大") ![自己的](/uploads/x.png)`,
      aspects: { background: `![收费表](${one})` },
      interview: { people: [], turns: [{ speaker: 'a', text: `说\n\n![收费表](${one})` }] },
    });
    expect(problems).toEqual([]);
    expect(input).toEqual({
      title: '题目',
      body: `![收费表](/uploads/收费表.png)\n\n[原图](${one}.zip) ![大图](/uploads/大图.png "大") ![自己的](/uploads/x.png)`,
      aspects: { background: '![收费表](/uploads/收费表.png)' },
      interview: { people: [], turns: [{ speaker: 'a', text: '说\n\n![收费表](/uploads/收费表.png)' }] },
    });
    expect(kept).toHaveLength(2);
    expect(kept).toContainEqual({ name: 'a.png', mime: 'image/png', alt: '收费表' });
    expect(kept).toContainEqual({ name: 'a.png', mime: 'image/png', alt: '大图' });
  });

  test('also those that stand in the text as data', async () => {
    const { input } = await bring({ body: `![点](data:image/png;base64,${picture.toString('base64')})` });
    expect(input.body).toBe('![点](/uploads/点.png)');
    expect(kept).toEqual([{ name: '图片.png', mime: 'image/png', alt: '点' }]);
  });

  test('or stay as they are, with the reason', async () => {
    answer = (_request, response) => response.end('<!doctype html>');
    const body = `![a](${at('evil.example')}) ![b](${at('www.yunlan.gov.cn')}) ![c](data:image/svg+xml;base64,PHN2Zy8+)`;
    const { input, problems } = await bring({ body });
    expect(input).toEqual({ body });
    expect(problems.map(({ code }) => code)).toEqual([
      'picture.host-not-allowed',
      'picture.not-fetched',
      'picture.not-fetched',
    ]);
    expect(problems[2]?.what).toContain('SVG');
    expect(kept).toEqual([]);
  });
});
