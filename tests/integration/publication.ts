import { FORMS, type Form } from '../../publishers/content';
import { ACCOUNTS } from './product/publish-samples';
import type { World } from './product/world';

/** What came of explainers of every form, written, signed and planned through the automation API alone. */
export function publication(world: () => World): void {
  const page = async (path: string): Promise<string> => {
    const response = await fetch(world().product.url + path);
    expect(response.status).toBe(200);
    return response.text();
  };
  const pageOf = (form: Form): Promise<string> => page(`/explainers/${world().published[form].id}/`);
  const visible = (form: Form) =>
    world()
      .sandbox.ledger()
      .filter(({ link, text }) => `${link ?? ''} ${text}`.includes(world().published[form].id));

  describe.each(FORMS)('an explainer of form %s', (form) => {
    test('reaches every account, each with a receipt', () => {
      const { deliveries } = world().published[form];
      expect(deliveries.map(({ account, state }) => `${account} ${state}`).sort()).toEqual(
        ACCOUNTS.map((account) => `${account} published`).sort(),
      );
      for (const { receipt, problem } of deliveries) {
        expect(receipt?.url).toMatch(/^https?:\/\//);
        expect(problem).toBeNull();
      }
    });

    test('is seen by readers as one article and one post, neither more nor less', () => {
      expect(
        visible(form)
          .map(({ platform, kind }) => `${platform} ${kind}`)
          .sort(),
      ).toEqual(['wechat article', 'weibo status']);
    });

    test('goes out as what was shown before anybody signed', () => {
      const { seen, deliveries } = world().published[form];
      expect(Object.fromEntries(deliveries.map(({ account, hash }) => [account, hash]))).toEqual(
        Object.fromEntries(seen),
      );
    });

    test('names its delivery in every attempt that changed something', () => {
      for (const { attempts } of world().published[form].deliveries) {
        expect(attempts.map(({ step }) => step)).toEqual(expect.arrayContaining(['prepare', 'commit']));
        expect(attempts.at(-1)?.outcome).toBe('published');
      }
    });

    test('has a page with the title and all four aspects', async () => {
      const html = await pageOf(form);
      for (const words of ['制定背景', '政策依据', '出台意图', '实施路径', '过去门诊花费要自己出。']) {
        expect(html).toContain(words);
      }
    });

    test('is told in a live room that the receipt leads to', async () => {
      const { receipt } = world().published[form].to('micro-broadcast');
      const { pathname } = new URL(receipt?.url ?? '');
      const told = JSON.parse(await page(`${pathname}updates.json`)) as { entries: { text: string; seq: number }[] };
      expect(told.entries[0]?.seq).toBe(1);
      expect(told.entries[0]?.text).toMatch(/^#门诊#/);
      expect(await page(pathname)).toContain('data-seq="1"');
    });
  });

  test('the page of a text has its table, its nested list and pictures that load', async () => {
    const html = await pageOf('text');
    expect(html).toMatch(/<table[\s\S]*<th[^>]*>人员<\/th>[\s\S]*<td[^>]*>500元<\/td>/);
    expect(html).toMatch(/<li>(?:<p>)?带什么[\s\S]*?<ul>[\s\S]*?<li>(?:<p>)?身份证/);
    const pictures = [...html.matchAll(/<img[^>]* src="([^"]+)"/g)].map((match) => match[1] ?? '');
    expect(pictures).not.toEqual([]);
    for (const picture of pictures) {
      const response = await fetch(new URL(picture, world().product.url));
      expect(response.status).toBe(200);
      expect(response.headers.get('content-type')).toMatch(/^image\//);
      expect((await response.arrayBuffer()).byteLength).toBeGreaterThan(1_000);
    }
  });

  test('the article on WeChat says what the page says and leads back to it', () => {
    const [entry] = visible('text').filter(({ platform }) => platform === 'wechat');
    expect(entry?.text).toContain('在职职工');
    expect(entry?.link).toContain(`/explainers/${world().published.text.id}/?pub=`);
  });

  test('the page of a video plays it with captions, and a part of the file can be asked for', async () => {
    const html = await pageOf('video');
    const source = /<(?:video|source)[^>]* src="([^"#]+\.mp4)/.exec(html)?.[1] ?? '/none';
    const track = /<track[^>]* src="([^"]+)"/.exec(html)?.[1] ?? '/none';
    expect(await page(track)).toContain('十二月起，门诊也能报销');
    const part = await fetch(world().product.url + source, { headers: { range: 'bytes=4-11' } });
    expect(part.status).toBe(206);
    expect(part.headers.get('content-range')).toMatch(/^bytes 4-11\/\d+$/);
    expect(Buffer.from(await part.arrayBuffer()).toString('latin1')).toMatch(/^ftyp/);
  });

  test('the page of an interview names who speaks', async () => {
    const html = await pageOf('interview');
    expect(html).toContain('钟以宁');
    expect(html).toContain('<strong>十二月一日</strong>');
  });

  test('the page of the policy links every explainer of it, with the number as it is printed', async () => {
    const html = await page(`/policies/${world().given.policy}/`);
    expect(html).toContain('云澜政办发〔2026〕12号');
    for (const form of FORMS) expect(html).toContain(`/explainers/${world().published[form].id}/`);
  });

  test('lists, feeds and the site map name what was published', async () => {
    for (const path of ['/', '/topics/health/', '/feed.xml', '/atom.xml', '/feed.json', '/sitemap-1.xml']) {
      expect(await page(path)).toContain(`/explainers/${world().published.text.id}/`);
    }
  });
}
