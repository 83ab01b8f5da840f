import { TABLES } from '../../../src/delivery/schema';
import { freeze } from '../../../src/delivery/freeze';
import type { Delivery } from '../../../src/delivery/delivery';
import { openInsight, type InsightWorld } from './open-insight';

let world: InsightWorld;
let delivery: Delivery;
beforeEach(async () => {
  world = await openInsight();
  delivery = await world.publish();
  expect(delivery.state).toBe('published');
});
afterEach(() => world.close());

const at = (time: string) => `2026-11-23T${time}:00+08:00`;
const shown = () => world.insight.comments(delivery.explainer);
const firstId = async (): Promise<string> => (await shown()).comments[0]?.id ?? '';

describe('comments under an article', () => {
  it('are read every ten minutes and shown newest first', async () => {
    await world.comment(delivery, '什么时候开始？');
    world.room.clock.set(at('08:05'));
    await world.comment(delivery, '退休的也能用吗？');
    await world.lookAt(at('08:10'));
    expect(await shown()).toMatchObject({
      articles: [{ delivery: delivery.id, open: true, total: 2, lookedAt: '2026-11-23T00:10:00.000Z', problem: null }],
      comments: [
        { content: '退休的也能用吗？', writtenAt: '2026-11-23T00:05:00.000Z', elected: false, reply: null },
        { content: '什么时候开始？' },
      ],
    });
    await world.comment(delivery, '谢谢。');
    await world.lookAt(at('08:19'));
    expect((await shown()).comments).toHaveLength(2);
    await world.lookAt(at('08:20'));
    expect((await shown()).comments).toHaveLength(3);
  });

  it('of more than one page are all there, and are asked for no more than needed', async () => {
    for (let written = 0; written < 120; written += 1) await world.comment(delivery, `第 ${written} 条`);
    await world.lookAt(at('08:10'));
    expect((await shown()).comments).toHaveLength(120);
    expect(world.calls('comment/list')).toBe(3);
  });

  it('do not say who wrote them: one reader is told from another, and the platform’s name for him is nowhere', async () => {
    const openId = 'oReaderWhoMustNotBeKept00001';
    await world.comment(delivery, '一', openId);
    await world.comment(delivery, '二', openId);
    await world.comment(delivery, '三', 'oSomebodyElse000000000000001');
    await world.lookAt(at('08:10'));
    const authors = new Set((await shown()).comments.map(({ author }) => author));
    expect(authors.size).toBe(2);
    for (const table of Object.values(TABLES)) {
      expect(JSON.stringify(await world.room.db(table))).not.toContain(openId);
    }
  });

  it('of an article that is not looked after any more have no author at all', async () => {
    await world.comment(delivery, '一');
    await world.lookAt(at('08:10'));
    await world.lookAt('2026-12-24T08:10:00+08:00');
    expect((await shown()).comments).toMatchObject([{ content: '一', author: '读者' }]);
    expect(await world.room.db(TABLES.comments).pluck('author')).toEqual([null]);
  });

  it('are gone when their reader has taken them back', async () => {
    const number = await world.comment(delivery, '写错了');
    await world.comment(delivery, '这条留着');
    await world.lookAt(at('08:10'));
    await world.readerTakesBack(number ?? 0);
    await world.lookAt(at('08:20'));
    expect((await shown()).comments.map(({ content }) => content)).toEqual(['这条留着']);
  });

  it('are not asked for while the platform refuses the account, nor after its article was withdrawn', async () => {
    await world.lookAt(at('08:10'));
    world.sandbox.faults.add({ platform: 'wechat', endpoint: 'comment/list', kind: 'error-code', code: 50007 });
    await world.lookAt(at('08:20'));
    expect((await shown()).articles).toMatchObject([{ problem: { code: 'wechat.50007' } }]);
    expect(await world.room.noticeTexts()).toHaveLength(1);
    const asked = world.calls('comment/list');
    await world.lookAt(at('08:30'));
    expect(world.calls('comment/list')).toBe(asked);
  });

  it('of an account that may not have them are asked for once, and the page says why there are none', async () => {
    world.sandbox.scenarios.comments = false;
    await world.lookAt(at('08:10'));
    await world.lookAt(at('08:20'));
    expect(world.calls('comment/list')).toBe(1);
    expect((await shown()).articles).toMatchObject([{ problem: { code: 'wechat.no-comments' } }]);
    expect(await world.room.noticeTexts()).toEqual([]);
  });

  it('wait until midnight when the day’s calls are used up', async () => {
    world.sandbox.faults.add({ platform: 'wechat', endpoint: 'comment/list', kind: 'error-code', code: 45009 });
    await world.lookAt(at('08:10'));
    await world.comment(delivery, '一');
    await world.lookAt(at('23:50'));
    expect((await shown()).comments).toEqual([]);
    await world.lookAt('2026-11-24T00:05:00+08:00');
    expect((await shown()).comments).toHaveLength(1);
  });

  it('are read again ten minutes after the platform was silent, and until then the page says so', async () => {
    await world.comment(delivery, '一');
    world.sandbox.faults.add({ platform: 'wechat', endpoint: 'comment/list', kind: 'drop-before' });
    await world.lookAt(at('08:10'));
    expect(await shown()).toMatchObject({ articles: [{ problem: { code: 'wechat.audience-silent' } }], comments: [] });
    await world.lookAt(at('08:20'));
    expect(await shown()).toMatchObject({ articles: [{ problem: null }], comments: [{ content: '一' }] });
  });

  it('of an article that its platform restricts say so, and those of others are read', async () => {
    const other = await world.publish();
    await world.comment(other, '别处');
    const fault = { platform: 'wechat', endpoint: 'comment/list', kind: 'error-code', code: 88002 } as const;
    // The newest is looked at first.
    world.sandbox.faults.add({ ...fault, after: 1 });
    await world.lookAt(at('08:10'));
    expect(await shown()).toMatchObject({ articles: [{ problem: { code: 'wechat.88002' } }] });
    expect((await world.insight.comments(other.explainer)).comments).toHaveLength(1);
  });

  it('are read by one process of several', async () => {
    world.room.clock.set(at('08:10'));
    await Promise.all([world.insight.look(), world.insight.look(), world.insight.look()]);
    expect(world.calls('comment/list')).toBe(1);
  });
});

describe('what staff do with a comment', () => {
  beforeEach(async () => {
    await world.comment(delivery, '什么时候开始？');
    await world.lookAt(at('08:10'));
  });

  it('readers see the answer, and the record says who gave it', async () => {
    const answered = await world.insight.act(await firstId(), 'reply', '李编辑', '十二月一日起。');
    expect(answered.reply).toEqual({ content: '十二月一日起。', at: '2026-11-23T00:10:00.000Z' });
    await world.lookAt(at('08:20'));
    expect((await shown()).comments).toMatchObject([{ reply: { content: '十二月一日起。' } }]);
    expect(await world.room.audited()).toContain('comment-reply');
    await world.insight.act(await firstId(), 'remove-reply', '李编辑');
    await world.lookAt(at('08:30'));
    expect((await shown()).comments).toMatchObject([{ reply: null }]);
  });

  it('an answer after another one is success, and shows the one that readers see', async () => {
    const id = await firstId();
    await world.insight.act(id, 'reply', '李编辑', '十二月一日起。');
    await world.room.db(TABLES.comments).update({ reply: null, replied_at: null });
    const again = await world.insight.act(id, 'reply', '王编辑', '另一种说法。');
    expect(again.reply?.content).toBe('十二月一日起。');
  });

  it('an election is seen, and taken back', async () => {
    expect(await world.insight.act(await firstId(), 'elect', '李编辑')).toMatchObject({ elected: true });
    await world.lookAt(at('08:20'));
    expect((await shown()).comments).toMatchObject([{ elected: true }]);
    expect(await world.insight.act(await firstId(), 'unelect', '李编辑')).toMatchObject({ elected: false });
    await world.lookAt(at('08:30'));
    expect((await shown()).comments).toMatchObject([{ elected: false }]);
  });

  it('a deletion is final, and one that came too late is success', async () => {
    const id = await firstId();
    await world.readerTakesBack(1);
    await world.insight.act(id, 'remove', '李编辑');
    expect((await shown()).comments).toEqual([]);
    await expect(world.insight.act(id, 'elect', '李编辑')).rejects.toMatchObject({ status: 404 });
  });

  it('a lost answer of the platform is no failure: it may be tried again, and nothing happens twice', async () => {
    const id = await firstId();
    world.sandbox.faults.add({ platform: 'wechat', endpoint: 'reply/add', kind: 'drop-after' });
    const attempt = () => world.insight.act(id, 'reply', '李编辑', '十二月一日起。');
    await expect(attempt()).rejects.toMatchObject({ status: 409, code: 'wechat.comment-unknown' });
    expect((await attempt()).reply?.content).toBe('十二月一日起。');
  });

  it('while publishing is frozen nobody answers, but deleting stays possible', async () => {
    const id = await firstId();
    await freeze(world.room.parts.store, null, '等待核实', '王主任', world.room.clock.now());
    await expect(world.insight.act(id, 'reply', '李编辑', '答。')).rejects.toMatchObject({ code: 'delivery.frozen' });
    await expect(world.insight.act(id, 'elect', '李编辑')).rejects.toMatchObject({ code: 'delivery.frozen' });
    await world.insight.act(id, 'remove', '李编辑');
    expect((await shown()).comments).toEqual([]);
  });

  it('closing stops readers from writing and us from asking; opening begins again', async () => {
    await world.insight.setCommentsOpen(delivery.id, false, '李编辑');
    expect(await world.comment(delivery, '还有一条')).toBeNull();
    const asked = world.calls('comment/list');
    await world.lookAt(at('08:20'));
    expect(world.calls('comment/list')).toBe(asked);
    await world.insight.setCommentsOpen(delivery.id, true, '李编辑');
    expect(await world.comment(delivery, '还有一条')).not.toBeNull();
    await world.lookAt(at('08:30'));
    expect((await shown()).comments).toHaveLength(2);
    expect(await world.room.audited()).toEqual(expect.arrayContaining(['comments-close', 'comments-open']));
  });
});
