import { readFileSync } from 'node:fs';
import { hashOf } from '../../src/delivery/hash';
import { TABLES } from '../../src/delivery/schema';
import { HOUR, openWorld, type World } from './harness/open-world';

let world: World;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

describe('R13: edited after it was signed', () => {
  it('the third version was planned and goes out byte for byte, whatever is signed afterwards', async () => {
    for (const number of [1, 2]) await world.sign({ title: `第${number}版：门诊看病也能报销` }, 'exp1');
    const third = await world.sign({ title: '第3版：门诊看病也能报销' }, 'exp1');
    const shown = new Map(
      (await world.parts.accounts()).map(({ account }) => {
        const publisher = world.parts.publishers.get(account.publisher);
        return [account.name, publisher && hashOf(publisher.render(third, account, 'publish'))];
      }),
    );
    const planned = await world.plan(third, { account: 'website' }, { account: 'wechat' }, { account: 'weibo' });
    await world.sign({ title: '第4版：改了标题', summary: '改过的摘要，没有人批准在这个时间发布。' }, 'exp1');
    await world.live(2 * HOUR);

    for (const { id, account } of planned) {
      const delivery = await world.get(id);
      expect(delivery).toMatchObject({ state: 'published', rendition: shown.get(account) });
      expect(hashOf(await world.parts.store.rendition(delivery.rendition))).toBe(shown.get(account));
    }
    const page = readFileSync(world.sitePage('exp1'), 'utf8');
    expect(page).toContain('第3版：门诊看病也能报销');
    const everything = page + JSON.stringify([world.seen('wechat'), world.seen('weibo')]);
    expect(everything).not.toContain('改过的摘要');
    expect(everything).not.toContain('第4版');
    expect(world.seen('wechat')[0]?.title).toContain('第3版');
  });

  it.each([
    ['other words', (body: string) => body.replaceAll('报销', '免费')],
    ['no JSON any more', () => '门诊'],
  ])(
    'what lies in the database with %s is not what was signed: it is refused, and staff are told',
    async (_how, alter) => {
      const { id, rendition } = await world.planOne('weibo');
      const row: unknown = await world.db(TABLES.renditions).where({ hash: rendition }).first('body');
      const { body } = row as { body: string }; // a column of text
      await world
        .db(TABLES.renditions)
        .where({ hash: rendition })
        .update({ body: alter(body) });
      await world.live(4 * HOUR);
      expect((await world.get(id)).state).toBe('rejected');
      expect(world.seen('weibo')).toEqual([]);
      expect(await world.noticeTexts()).toHaveLength(1);
    },
  );

  it('nothing that is published can get another time, be cancelled or be sent again', async () => {
    const { id } = await world.planOne('weibo');
    await world.live(2 * HOUR);
    const published = await world.get(id);
    const at = '2026-11-24T09:00:00+08:00';
    for (const [action, body] of [
      ['reschedule', { at }],
      ['retry', {}],
      ['cancel', {}],
      ['resume', {}],
    ] as const) {
      await expect(world.act(id, action, body)).rejects.toMatchObject({ status: 409 });
    }
    expect(await world.get(id)).toEqual(published);
    await world.live(30 * HOUR);
    expect(world.seen('weibo')).toHaveLength(1);
  });
});
