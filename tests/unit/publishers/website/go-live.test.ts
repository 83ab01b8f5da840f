import fc from 'fast-check';
import type { Account, Json } from '../../../../publishers/contract';
import { website } from '../../../../publishers/website';
import { accentOf } from '../../../../publishers/website/accent';
import { ensureSite } from '../../../../publishers/website/ensure-site';
import { wrongSettings } from '../../../../publishers/website/settings';
import { account, openTestSite, versionOf } from './test-site';
import type { TestSite } from './test-site';

const SITE_URL = 'https://zcjd.mingbaicheng.gov.cn';
const ISSUED: Readonly<Record<string, Json>> = {
  name: '明白城政策解读',
  domain: 'mingbaicheng.gov.cn',
  idCode: '3299990001',
  organiser: '明白城人民政府办公室',
  undertaker: '',
  contact: '025-12345',
  icp: '苏ICP备19999999号',
  police: '苏公网安备32999902000001号',
  officialMarkUrl: 'https://bszs.conac.cn/sitename?method=show&id=0123456789ABCDEF',
  reportErrorUrl: 'https://zfwzgl.www.gov.cn/exposure/jiucuo.html?site_code=3299990001',
  live: true,
  demo: false,
};
const siteWith = (settings: Readonly<Record<string, Json>>, siteUrl = SITE_URL): Account => ({
  ...account,
  siteUrl,
  settings,
});

let site: TestSite;
beforeEach(async () => {
  site = await openTestSite();
});
afterEach(() => site.close());

/** What is refused when an explainer is signed, planned or sent. */
const refused = (at: Account): readonly string[] =>
  website
    .check(website.render(versionOf('abc', 1), at, 'publish'))
    .filter(({ severity }) => severity === 'error')
    .map(({ what }) => what);

describe('a site that goes live', () => {
  it('publishes when every mark is its own', async () => {
    expect(refused(siteWith(ISSUED))).toEqual([]);
    expect(await website.verify(siteWith(ISSUED), site.io)).toEqual({ healthy: true, problem: null });
  });

  it.each([
    ['name', '网站名称'],
    ['domain', '域名'],
    ['idCode', '网站标识码'],
    ['organiser', '主办单位'],
    ['undertaker', '承办单位'],
    ['contact', '联系方式'],
    ['icp', 'ICP备案号'],
    ['police', '公安备案号'],
    ['officialMarkUrl', '党政机关网站标识'],
    ['reportErrorUrl', '我为政府网站找错'],
    ['demo', '演示数据'],
  ])('is refused without %s of its own, and told so', async (left, word) => {
    const { [left]: _left, ...rest } = ISSUED;
    const at = siteWith(rest);
    expect(refused(at)).toEqual([expect.stringContaining(word)]);
    const verdict = await website.verify(at, site.io);
    expect(verdict).toMatchObject({ healthy: false, problem: { code: 'website.not-ready-to-go-live' } });
    expect(verdict.problem?.what).toContain(word);
  });

  it.each(['http://localhost:1337', 'https://yunlan.example', 'http://10.0.0.1', 'https://www.qita.gov.cn'])(
    'is refused at the address %s, which is not its own',
    (siteUrl) => {
      expect(refused(siteWith(ISSUED, siteUrl))).toEqual([expect.stringMatching(/公网地址/)]);
    },
  );

  it('is a demonstration that stops nobody while it is none', async () => {
    expect(refused(account)).toEqual([]);
    expect((await website.verify(account, site.io)).healthy).toBe(true);
  });

  it.each([
    ['officialMarkUrl', 'https://bszs.conac.cn.evil.example/sitename'],
    ['officialMarkUrl', 'https://mingbaicheng.gov.cn/emblem.png'],
    ['officialMarkUrl', 'javascript:alert(1)'],
    ['reportErrorUrl', 'https://zfwzgl.www.gov.cn.evil.example/'],
    ['reportErrorUrl', 'https://mingbaicheng.gov.cn/report'],
  ])('shows no %s that leads to %s', async (name, address) => {
    const at = siteWith({ ...ISSUED, [name]: address });
    expect(wrongSettings(at)).toEqual([name]);
    await ensureSite(site.io, at);
    expect(await site.read('index.html')).not.toContain(address);
    expect(refused(at)).toHaveLength(1);
  });

  it('shows both where they were issued', async () => {
    await ensureSite(site.io, siteWith(ISSUED));
    const page = await site.read('index.html');
    expect(page).toContain('>党政机关网站标识</a>');
    expect(page).toContain('>我为政府网站找错</a>');
    expect(page).not.toContain('演示数据');
  });
});

describe('the colour of a site', () => {
  const luminance = (hex: string): number => {
    const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
      const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
      return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (one: string, other: string): number => {
    const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  };

  it('can be read on every paper of both modes, or is refused', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 0xffffff }), (value) => {
        const hex = `#${value.toString(16).padStart(6, '0')}`;
        const accent = accentOf(hex);
        if (!accent) {
          // Nobody is refused who need not be: the soft shade costs a little of the contrast.
          expect(contrast(hex, '#fbfaf6')).toBeLessThan(5.8);
          return;
        }
        for (const paper of ['#fbfaf6', '#ffffff', accent.softLight])
          expect(contrast(accent.light, paper)).toBeGreaterThanOrEqual(4.5);
        for (const paper of ['#10181d', '#18232a', accent.softDark])
          expect(contrast(accent.dark, paper)).toBeGreaterThanOrEqual(4.5);
      }),
    );
  });

  it('lies in a file of its own that every page names', async () => {
    const at = siteWith({ accent: '#7A1452' });
    await ensureSite(site.io, at);
    const page = await site.read('index.html');
    const [, address = ''] = /<link rel="stylesheet" href="(\/assets\/accent-[^"]+)"/.exec(page) ?? [];
    expect(await site.read(address.slice(1))).toContain('--accent: #7a1452');
    expect(page.indexOf('/assets/site.')).toBeLessThan(page.indexOf(address));
  });

  it('is reported and left out when it cannot be read, or is none', async () => {
    for (const accent of ['#ffee00', 'red', '#123', '#14527a;}body{display:none']) {
      const at = siteWith({ accent });
      expect(wrongSettings(at)).toEqual(['accent']);
      await ensureSite(site.io, at);
      expect(await site.read('index.html')).not.toContain('accent-');
      expect((await website.verify(at, site.io)).problem?.what).toContain('accent');
    }
  });
});
