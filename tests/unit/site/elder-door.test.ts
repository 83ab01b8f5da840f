import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { assetText } from '../../../publishers/website/assets';
import { elderStyle } from '../../../publishers/website/elder-style';
import { createElderDoor } from '../../../src/site/elder-door';

let server: Server;
let site: string;
beforeAll(async () => {
  const door = createElderDoor({ siteUrl: 'https://yunlan.example', headers: { 'x-kept': 'yes' } });
  server = createServer((request, response) => {
    void door.answer(request, response).then((answered) => answered || response.writeHead(404).end());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  site = `http://127.0.0.1:${(server.address() as AddressInfo).port}`; // a string only for pipes
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

const choose = (elder: string, headers: Readonly<Record<string, string>> = {}) =>
  fetch(`${site}/elder`, { method: 'POST', body: new URLSearchParams({ elder }), redirect: 'manual', headers });
const style = async (cookie?: string): Promise<string> =>
  (await fetch(`${site}/elder.css`, cookie === undefined ? {} : { headers: { cookie } })).text();

describe('elder mode without scripts', () => {
  it('is a style sheet for those who have chosen it, and an empty one for everybody else', async () => {
    expect(await style()).toBe('');
    expect(await style('other=1; mingbai-elder=off')).toBe('');
    expect(await style('other=1; mingbai-elder=on')).toBe(elderStyle());
    const { headers } = await fetch(`${site}/elder.css`);
    expect(headers.get('vary')).toBe('Cookie');
    expect(headers.get('cache-control')).toContain('private');
    expect(headers.get('x-kept')).toBe('yes');
  });

  it('is kept for a year where it is turned on, and forgotten where it is turned off', async () => {
    expect((await choose('on')).headers.get('set-cookie')).toBe(
      'mingbai-elder=on; Path=/; Max-Age=31536000; HttpOnly; SameSite=Lax; Secure',
    );
    expect((await choose('off')).headers.get('set-cookie')).toContain('Max-Age=0');
  });

  it.each([
    [undefined, '/'],
    ['https://yunlan.example/explainers/a/?x=1', '/explainers/a/?x=1'],
    ['https://elsewhere.example/a/', '/'],
    ['https://yunlan.example//elsewhere.example/', '/elsewhere.example/'],
    ['nonsense', '/'],
  ])('leads from %s back to %s', async (referer, back) => {
    const answer = await choose('on', referer === undefined ? {} : { referer });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, back]);
  });

  it('is nobody else’s to turn on, and nothing else is taken for a choice', async () => {
    expect((await choose('on', { origin: 'https://elsewhere.example' })).headers.get('set-cookie')).toBeNull();
    expect((await choose('maybe')).headers.get('set-cookie')).toBeNull();
    expect((await fetch(`${site}/elder`, { redirect: 'manual' })).headers.get('location')).toBe('/');
    expect((await fetch(`${site}/elderly`)).status).toBe(404);
  });

  it('has every rule that the class brings, and no other', () => {
    const text = elderStyle();
    expect(text).not.toMatch(/\.elder(?![\w-])/);
    expect(text).toContain('.elder-toggle');
    expect(text.split('{').length).toBe(text.split('}').length);
    const rules = (css: string) => css.match(/@layer elder \{/g)?.length;
    expect(rules(text)).toBe(rules(assetText('site.css')));
    expect(text).not.toContain('@layer page');
  });
});
