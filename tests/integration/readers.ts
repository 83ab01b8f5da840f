import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import { idAnswer } from '../../src/automation/shapes';
import { openStream } from './product/open-stream';
import { allPublished, plan, sign } from './product/publish-samples';
import { rawRequest } from './product/raw-request';
import { SAMPLES } from './product/samples';
import type { World } from './product/world';

/** The public site as browsers, caches and feed readers meet it. */
export function readers(world: () => World): void {
  const at = (path: string): string => world().product.url + path;
  const text = async (path: string): Promise<string> => (await fetch(at(path))).text();
  const pageOf = (id: string): string => `/explainers/${id}/`;
  /** What a reader reads: titles carry marks for where they may break. */
  const words = async (path: string): Promise<string> => (await text(path)).replace(/<wbr\/?>|<\/?span[^>]*>/g, '');
  const search = (query: string) => text(`/search?q=${encodeURIComponent(query)}`);

  /** Signs what an explainer says now and waits until it is on the website. */
  async function bringOut(id: string) {
    const { version } = await sign(world().api, id);
    await plan(world().api, id, version, 'now', ['website']);
    return allPublished(world().api, id);
  }

  test('a page follows a new version at once, and is gone with an explanation when it is taken back', async () => {
    const { api, given } = world();
    const body = { ...SAMPLES.text(given), title: '第一稿', body: '第一稿的正文' };
    const { id } = await api.ask(idAnswer, 'POST', '/explainers', { body });
    const [delivery] = await bringOut(id);
    for (const _ of [1, 2]) expect(await text(pageOf(id))).toContain('第一稿的正文');

    const change = { revision: 1, title: '第二稿', body: '第二稿的正文' };
    await api.ask(idAnswer, 'PATCH', `/explainers/${id}`, { body: change });
    expect(await text(pageOf(id))).toContain('第一稿的正文');
    const after = await bringOut(id);
    const page = await text(pageOf(id));
    expect(page).toContain('第二稿的正文');
    expect(page).not.toContain('第一稿');
    expect(await words('/')).toContain('第二稿');
    expect(await search('第一稿的正文')).toContain('没有找到');
    expect(await search('第二稿的正文')).toContain(id);

    const newer = after.find((one) => one.id !== delivery?.id);
    const withdrawn = await api.ask(
      z.object({ state: z.string() }),
      'POST',
      `/deliveries/${newer?.id ?? ''}/withdraw`,
      {
        body: { reason: '数字有误' },
      },
    );
    expect(withdrawn.state).toBe('withdrawn');
    const gone = await fetch(at(pageOf(id)));
    expect(gone.status).toBe(410);
    const note = await gone.text();
    expect(note).toContain('数字有误');
    expect(note).not.toContain('第二稿的正文');
    for (const list of ['/', '/feed.xml', '/topics/health/', '/sitemap-1.xml', `/policies/${given.policy}/`]) {
      expect(await text(list)).not.toContain(pageOf(id));
    }
    for (const query of ['第一稿的正文', '第二稿的正文']) expect(await search(query)).not.toContain(id);
  });

  test('a correction stands on the page of the version that brings it', async () => {
    const { api, given } = world();
    const { id } = await api.ask(idAnswer, 'POST', '/explainers', { body: SAMPLES.text(given) });
    await bringOut(id);
    expect(await text(pageOf(id))).not.toContain('更正说明');
    const change = { revision: 1, correction: '起付线原写作500元，应为400元。' };
    await api.ask(idAnswer, 'PATCH', `/explainers/${id}`, { body: change });
    await bringOut(id);
    expect(await words(pageOf(id))).toMatch(/更正说明.*起付线原写作500元，应为400元。/s);
  });

  test('whoever read an explainer can say whether it helped, and is led back to it', async () => {
    const { id } = world().published.text;
    const body = new URLSearchParams({ helpful: 'yes' });
    const answer = await fetch(at(`/feedback/${id}`), { method: 'POST', body });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('set-cookie')).toBeNull();
    expect(answer.headers.get('content-security-policy')).toMatch(/default-src 'self'/);
    expect(await answer.text()).toContain(`href="${pageOf(id)}"`);
    expect((await fetch(at('/feedback/nowhere'), { method: 'POST', body })).status).toBe(404);
  });

  test('an unknown address gets a page that leads on', async () => {
    const answer = await rawRequest(world().product.url, '/explainers/nowhere/');
    expect(answer.status).toBe(404);
    expect(answer.headers['content-type']).toMatch(/^text\/html/);
    expect(answer.body.toString()).toContain('href="/"');
  });

  test('a page that has not changed is not sent again', async () => {
    const path = pageOf(world().published.text.id);
    // Each packed form has a tag of its own.
    const packed = { 'accept-encoding': 'br' };
    const etag = (await rawRequest(world().product.url, path, { headers: packed })).headers.etag ?? '';
    expect(etag).not.toBe('');
    for (const tag of [etag, `W/${etag}`, `"other", ${etag}`]) {
      const again = await rawRequest(world().product.url, path, { headers: { ...packed, 'if-none-match': tag } });
      expect([tag, again.status, again.body.length]).toEqual([tag, 304, 0]);
    }
    const other = await rawRequest(world().product.url, path, { headers: { 'if-none-match': '"other"' } });
    expect(other.status).toBe(200);
  });

  test('HEAD answers as GET does, without the page', async () => {
    for (const path of ['/', pageOf(world().published.text.id), '/search?q=门诊'.replace('门诊', '%E9%97%A8')]) {
      const head = await rawRequest(world().product.url, path, { method: 'HEAD' });
      expect([path, head.status, head.body.length]).toEqual([path, 200, 0]);
      expect(head.headers['content-type']).toMatch(/^text\/html/);
    }
  });

  test('pages travel packed to those who can unpack them', async () => {
    const path = pageOf(world().published.text.id);
    const packed = await rawRequest(world().product.url, path, { headers: { 'accept-encoding': 'gzip' } });
    const plain = await rawRequest(world().product.url, path);
    expect(packed.headers['content-encoding']).toBe('gzip');
    expect(packed.headers.vary).toMatch(/accept-encoding/i);
    expect(plain.headers['content-encoding']).toBeUndefined();
    expect(packed.body.length).toBeLessThan(plain.body.length / 2);
    expect(gunzipSync(packed.body).equals(plain.body)).toBe(true);
  });

  test.each(['POST', 'PUT', 'DELETE'])('%s is no way to read', async (method) => {
    expect((await rawRequest(world().product.url, '/', { method })).status).toBe(405);
  });

  describe('the search', () => {
    test.each([
      ['a word of the title', '门诊报销新办法'],
      ['a word of the text', '医保卡'],
      ['two words', '门诊 退休职工'],
      ['the number as it is printed', '云澜政办发〔2026〕12号'],
      ['the number with other brackets', '云澜政办发[2026]12号'],
      ['the number without brackets', '云澜政办发2026 12号'],
      ['the number and a word', '云澜政办发（2026）12号 门诊'],
    ])('finds by %s', async (_what, query) => {
      const html = await search(query);
      expect(html).not.toContain('没有找到');
      expect(html).toContain(pageOf(world().published.text.id));
    });

    test('finds nothing for signs that databases treat as wild cards', async () => {
      for (const query of ['%门', '_诊', "' or 1=1 --", '\\', '"']) {
        expect(await search(query)).toContain('没有找到');
      }
    });

    test('shows the question as it was asked and runs nothing of it', async () => {
      const html = await search('<script>alert(1)</script>"><img src=x onerror=alert(1)>');
      expect(html).not.toContain('<script>alert');
      expect(html).not.toContain('<img src=x');
      expect(html).toContain('&lt;script>alert(1)&lt;/script>');
    });

    test('bears a question of any length and a page of any number', async () => {
      for (const query of [`q=${'a'.repeat(5_000)}`, 'q=x&page=-1', 'q=x&page=1e9', 'q=%E0%A4%A', 'q=x&q=y', '']) {
        expect([query, (await fetch(at(`/search?${query}`))).status]).toEqual([query, 200]);
      }
    });
  });

  describe('a live room', () => {
    const room = z.object({ id: z.string() });
    const say = (id: string, words: string) =>
      world().api.ask(room, 'POST', `/broadcasts/${id}/updates`, { body: { text: words } });

    test('reaches those who read along without their asking again', async () => {
      const { api } = world();
      const { id } = await api.ask(room, 'POST', '/broadcasts', { body: { title: '现场直播', hashtag: '医保' } });
      await api.ask(room, 'POST', `/broadcasts/${id}/start`);
      await say(id, '开门了');
      const stream = await openStream(at(`/live/${id}/events`));
      try {
        expect(stream.type).toMatch(/^text\/event-stream/);
        expect(await stream.next('update')).toMatchObject({ stage: 'running', entries: [{ seq: 1 }] });
        await say(id, '第一位群众办好了<script>alert(1)</script>');
        const message = z
          .object({ entries: z.array(z.object({ seq: z.number(), text: z.string(), html: z.string() })) })
          .parse(await stream.next('update'));
        expect(message.entries.map(({ seq }) => seq)).toEqual([2]);
        expect(message.entries[0]?.text).toContain('第一位群众办好了');
        expect(message.entries[0]?.html).not.toContain('<script>');
        expect(await text(`/live/${id}/`)).toContain('第一位群众办好了');
        await api.ask(room, 'POST', `/broadcasts/${id}/end`);
        expect(await stream.next('update')).toMatchObject({ stage: 'ended' });
      } finally {
        stream.close();
      }
    });

    test('tells whoever comes back only what was missed', async () => {
      const { api } = world();
      const { id } = await api.ask(room, 'POST', '/broadcasts', { body: { title: '断线重连', hashtag: '医保' } });
      await api.ask(room, 'POST', `/broadcasts/${id}/start`);
      await say(id, '甲');
      const { cursor } = z.object({ cursor: z.number() }).parse(JSON.parse(await text(`/live/${id}/updates.json`)));
      await say(id, '乙');
      const stream = await openStream(at(`/live/${id}/events`), { 'last-event-id': String(cursor) });
      try {
        expect(await stream.next('update')).toMatchObject({ since: cursor, entries: [{ seq: 2 }] });
      } finally {
        stream.close();
      }
    });

    test('that opened by plan says the next thing by itself', async () => {
      const { receipt } = world().published.text.to('micro-broadcast');
      const { pathname } = new URL(receipt?.url ?? '');
      const stream = await openStream(at(`${pathname}events`));
      try {
        const first = z.object({ cursor: z.number(), stage: z.string() }).parse(await stream.next('update'));
        // It has many things to say, one every eight seconds, and began when these tests did.
        if (first.stage === 'running') {
          const next = z.object({ cursor: z.number() }).parse(await stream.next('update'));
          expect(next.cursor).toBeGreaterThan(first.cursor);
        }
        expect(first.cursor).toBeGreaterThan(0);
      } finally {
        stream.close();
      }
    });

    test('that does not exist has no stream', async () => {
      expect((await fetch(at('/live/nowhere/events'))).status).toBe(404);
    });
  });
}
