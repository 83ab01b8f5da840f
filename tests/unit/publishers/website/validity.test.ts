import fs from 'node:fs/promises';
import path from 'node:path';
import type { PolicySnapshot } from '../../../../publishers/content';
import type { Version } from '../../../../publishers/contract';
import { website } from '../../../../publishers/website';
import { drawDuePolicies, revisePolicy } from '../../../../publishers/website/revise-policy';
import { standingOn } from '../../../../publishers/website/standing';
import { readValidityNote } from '../../../../publishers/website/state/validity-note';
import { withValidity } from '../../../../publishers/website/with-validity';
import { breakRename, FOLLOWS } from './break-rename';
import { fillSite } from './fill-site';
import { account, openTestSite, versionOf } from './test-site';
import type { TestSite } from './test-site';

let site: TestSite;
beforeEach(async () => {
  site = await openTestSite();
  await site.ensure();
});
afterEach(async () => {
  jest.restoreAllMocks();
  await site.close();
});

const [sample] = versionOf('abc', 1).content.policies;
if (!sample) throw new Error('the sample explains a policy');
const inForce: PolicySnapshot = { ...sample, validity: '现行有效', effectiveOn: '2026-01-01', expiresOn: null };

const explaining = (id: string, policies: readonly PolicySnapshot[], number = 1): Version =>
  versionOf(id, number, { policies: [...policies] });
const tell = (facts: Partial<PolicySnapshot>) => revisePolicy(site.io, 'p1', { ...inForce, ...facts });
const draw = () => drawDuePolicies(site.io, account);
const page = (id = 'abc'): Promise<string> => site.read(`explainers/${id}/index.html`);

/** Where readers meet the explainer. */
const LISTS = ['index.html', 'topics/health/index.html', 'topics/health/1/index.html', 'policies/p1/index.html'];

describe('what ends a policy', () => {
  it('reaches its page, the explainers that name it, and every list, without a signature and without touching their texts', async () => {
    const prepared = await site.prepare(explaining('abc', [inForce]));
    await website.commit(prepared, site.io, 'd1');
    await site.publish(explaining('other', [{ ...inForce, id: 'p2' }]));
    const untouched = await page('other');
    expect(await page()).not.toContain('class="notice');

    site.clock.now = '2026-12-02T01:00:00.000Z';
    expect(await tell({ validity: '废止' })).toBe(true);
    expect(await draw()).toBe(1);

    const html = await page();
    expect(html).toMatch(/role="note"><strong>所解读的《<a href="\/policies\/p1\/">[^<]+<\/a>》已废止。/);
    expect(html).toMatch(
      /<a href="\/policies\/p1\/">[^<]+<\/a> <span class="chip validity validity-ended">废止<\/span>/,
    );
    expect(html).not.toContain('validity-in-force');
    expect(html).toContain('<meta name="PubDate" content="2026-11-23 09:00"/>');
    expect(html).not.toContain('更新于');
    expect(await site.read('policies/p1/index.html')).toContain('<strong>这份文件已废止。</strong>');
    for (const name of LISTS)
      expect(await site.read(name)).toContain('所解读文件 <span class="chip validity validity-ended">');
    const found = ['/explainers/abc/', '/policies/p1/', '/explainers/other/'].map((href) => ({ href }));
    const standing = await withValidity({ site: site.siteDir, state: site.siteStateDir }, found, site.io.now());
    expect(standing.map(({ validity }) => validity)).toEqual(['废止', '废止', null]);
    expect(await page('other')).toBe(untouched);

    // The publication is still the one that was signed.
    expect(await website.confirm(site.pending(prepared, 'd1'), site.io)).toMatchObject({
      state: 'published',
      receipt: { id: 'abc@1', at: '2026-11-23T01:00:00.000Z' },
    });
    expect(await website.commit(prepared, site.io, 'd1')).toMatchObject({ state: 'published' });
    expect(await page()).toBe(html);
  });

  it('wins over a version that was signed before and goes out afterwards', async () => {
    await tell({ validity: '废止' });
    await draw();
    await site.publish(explaining('abc', [inForce]));
    expect(await page()).toContain('》已废止。');
    expect(await site.read('policies/p1/index.html')).toContain('这份文件已废止');
    expect(await site.read('index.html')).toContain('validity-ended');
  });

  it('that was a mistake is taken back everywhere', async () => {
    await site.publish(explaining('abc', [inForce]));
    const before = await site.tree();
    await tell({ validity: '废止' });
    await draw();
    await tell({});
    await draw();
    for (const name of ['site/explainers/abc/index.html', 'site/index.html', 'site/topics/health/1/index.html']) {
      expect((await site.tree())[name]).toBe(before[name]);
    }
    expect(await readValidityNote({ site: site.siteDir, state: site.siteStateDir }, 'abc')).toBeNull();
  });

  it('does not bring back what was withdrawn', async () => {
    await site.publish(explaining('abc', [inForce]));
    await website.withdraw?.({ id: 'abc@1', url: null, at: '' }, '有误', site.io);
    const gone = await page();
    await tell({ validity: '废止' });
    await draw();
    expect(await page()).toBe(gone);
  });

  it('leaves a page alone that somebody altered, so that the alteration is still found', async () => {
    await site.publish(explaining('abc', [inForce]));
    await fs.writeFile(path.join(site.siteDir, 'explainers/abc/index.html'), '<h1>篡改</h1>');
    await tell({ validity: '废止' });
    await draw();
    expect(await page()).toBe('<h1>篡改</h1>');
  });

  it('told twice changes nothing the second time', async () => {
    await site.publish(explaining('abc', [inForce]));
    await tell({ validity: '已修改' });
    await draw();
    const after = await site.tree();
    expect(await tell({ validity: '已修改' })).toBe(false);
    expect(await draw()).toBe(0);
    expect(await site.tree()).toEqual(after);
  });

  it('costs the same per explainer on a site of 100 and of 1,000', async () => {
    const counts: number[] = [];
    for (const size of [100, 1_000]) {
      const filled = await openTestSite();
      await filled.ensure();
      await fillSite({ site: filled.siteDir, state: filled.siteStateDir }, size);
      await filled.publish(explaining('abc', [inForce]));
      const count = breakRename(0);
      await revisePolicy(filled.io, 'p1', { ...inForce, validity: '废止' });
      await drawDuePolicies(filled.io, account);
      counts.push(count());
      jest.restoreAllMocks();
      await filled.close();
    }
    expect(counts[1]).toBe(counts[0]);
    expect(counts[0]).toBeLessThan(60);
  });

  it('after a crash at any write is completed by the next run, and the publication counts as published throughout', async () => {
    const begin = async () => {
      const one = await openTestSite();
      await one.ensure();
      const prepared = await one.prepare(explaining('abc', [inForce]));
      await website.commit(prepared, one.io, 'd1');
      return { one, prepared };
    };
    const end = async (one: TestSite) => {
      await revisePolicy(one.io, 'p1', { ...inForce, validity: '废止' });
      await drawDuePolicies(one.io, account);
    };
    const unbroken = await begin();
    const count = breakRename(0);
    await end(unbroken.one);
    const writes = count();
    jest.restoreAllMocks();
    const wanted = await unbroken.one.tree();
    await unbroken.one.close();

    for (let broken = 1; broken <= writes; broken += 1) {
      const { one, prepared } = await begin();
      breakRename(broken);
      await expect(end(one)).rejects.toThrow('disk');
      jest.restoreAllMocks();
      expect((await website.confirm(one.pending(prepared, 'd1'), one.io)).state).toBe('published');
      await end(one);
      const tree = await one.tree();
      for (const name of Object.keys(wanted).filter((each) => !FOLLOWS.test(each)))
        expect([name, tree[name]]).toEqual([name, wanted[name]]);
      await one.close();
    }
  }, 240_000);
});

describe('the days of a policy', () => {
  it('turn its pages without an edit: first it does not apply yet, then it does, then it has run out', async () => {
    const policy = { ...inForce, effectiveOn: '2026-12-01', expiresOn: '2027-11-30' };
    await site.publish(explaining('abc', [policy]));
    expect(await page()).toContain('2026年12月1日起施行，现在尚未施行');
    // Half past midnight in China; in UTC it is still the day before.
    site.clock.now = '2026-11-30T15:59:00.000Z';
    expect(await draw()).toBe(0);
    site.clock.now = '2026-11-30T16:30:00.000Z';
    expect(await draw()).toBe(1);
    expect(await page()).not.toContain('class="notice');
    site.clock.now = '2027-11-30T01:00:00.000Z';
    expect(await draw()).toBe(0);
    site.clock.now = '2027-12-01T01:00:00.000Z';
    expect(await draw()).toBe(1);
    expect(await page()).toContain('》有效期至2027年11月30日，已到期。');
    expect(await site.read('policies/p1/index.html')).toContain('有效期至2027年11月30日，已到期。');
    expect(await site.read('index.html')).toContain('validity-ended');
    expect(await draw()).toBe(0);
  });

  it('that staff put off count from then on', async () => {
    await site.publish(explaining('abc', [{ ...inForce, expiresOn: '2026-12-31' }]));
    await tell({ expiresOn: '2028-12-31' });
    await draw();
    site.clock.now = '2027-01-01T01:00:00.000Z';
    await draw();
    expect(await page()).not.toContain('class="notice');
    expect(await site.read('policies/p1/index.html')).toContain('2028年12月31日');
  });

  it.each([
    ['现行有效', null, null, '现行有效'],
    ['现行有效', '2026-12-01', null, '尚未施行'],
    ['尚未施行', '2026-11-23', null, '现行有效'],
    ['尚未施行', null, null, '尚未施行'],
    ['现行有效', null, '2026-11-23', '现行有效'],
    ['现行有效', null, '2026-11-22', '失效'],
    ['已修改', null, '2026-11-22', '失效'],
    ['废止', '2026-12-01', null, '废止'],
    ['部分失效', null, null, '部分失效'],
  ] as const)('%s, from %s, until %s: on 23 November it is %s', (validity, effectiveOn, expiresOn, wanted) => {
    expect(standingOn({ validity, effectiveOn, expiresOn }, '2026-11-23').validity).toBe(wanted);
  });
});

describe('clauses and explanations', () => {
  const body = '第一条 为了便民，制定本办法。\n第二条 按下列比例支付。\n第三条 本办法自12月1日起施行。';

  it('lead to each other', async () => {
    const policies = [{ ...inForce, body }];
    await site.publish(
      versionOf('abc', 1, { policies, body: '## 第二条说了什么\n根据第二条，报得最多。第二条还说……' }),
    );
    const html = await page();
    const link = '<a class="clause-link" id="about-p1-clause-2" href="/policies/p1/#clause-2">第二条</a>';
    expect(html.split(link)).toHaveLength(2);
    expect(html).toContain(`根据${link}，报得最多。第二条还说`);
    const policy = await site.read('policies/p1/index.html');
    expect(policy).toContain('id="clause-2"');
    expect(policy).toContain('<a href="/explainers/abc/#about-p1-clause-2">');
    expect(policy).not.toContain('#about-p1-clause-3');
  });

  it('belong to the document that the sentence names, and are not guessed where none is named', async () => {
    const policies = [
      { ...inForce, body, title: '云澜市门诊保障办法' },
      { ...inForce, id: 'p2', body, title: '省门诊保障条例' },
    ];
    const said = '按《省门诊保障条例》**第一条**、第三条执行。根据第二条，报得最多。依照《办法》第二条，不用申请。';
    await site.publish(versionOf('abc', 1, { policies, body: `${said}《社会保险法》第三条也有规定。` }));
    const links = [...(await page()).matchAll(/<a class="clause-link" id="[^"]+" href="([^"]+)">/g)].map(
      ([, href]) => href,
    );
    expect(links).toEqual(['/policies/p2/#clause-1', '/policies/p2/#clause-3', '/policies/p1/#clause-2']);
    const led = async (policy: string) =>
      [...(await site.read(`policies/${policy}/index.html`)).matchAll(/href="\/explainers\/abc\/#([^"]+)"/g)].map(
        ([, id]) => id,
      );
    expect(await led('p1')).toEqual(['about-p1-clause-2']);
    expect(await led('p2')).toEqual(['about-p2-clause-1', 'about-p2-clause-3']);
  });

  it('never become links within links, titles or attributes, nor where the document has no such clause', async () => {
    const one = [{ ...inForce, body }];
    const text = '[见第一条](https://a.example "第二条") 。第九条没有。';
    await site.publish(versionOf('abc', 1, { policies: one, body: text }));
    expect(await page()).not.toContain('clause-link');
  });
});
