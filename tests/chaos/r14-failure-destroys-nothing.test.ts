import fs from 'node:fs/promises';
import { memoryPublisher } from '../unit/delivery/support/memory-publisher';
import { openNewsroom, type Newsroom } from '../unit/delivery/support/newsroom';
import { HOUR, MINUTE, openWorld } from './harness/open-world';

afterEach(() => jest.restoreAllMocks());

describe('R14: a publication that fails', () => {
  it('for want of space leaves the old page, its schedule and the next delivery alone, and goes out when there is room', async () => {
    const world = await openWorld();
    try {
      const first = await world.sign({ title: '第一版：门诊共济怎么办理' });
      await world.plan(first, { account: 'website', at: 'now' });
      await world.live(MINUTE);
      const page = await fs.readFile(world.sitePage(first.explainer), 'utf8');

      const second = await world.sign({ title: '第二版：门诊共济怎么办理' }, first.explainer);
      const [delivery] = await world.plan(second, { account: 'website', grace: 'PT12H' });
      const weibo = await world.planOne('weibo');
      const { open } = fs;
      const full = jest
        .spyOn(fs, 'open')
        .mockImplementation((...given) =>
          String(given[0]).includes('/site/') ? Promise.reject(new Error('ENOSPC')) : open(...given),
        );
      await world.live(2 * HOUR);
      expect(await fs.readFile(world.sitePage(first.explainer), 'utf8')).toBe(page);
      expect((await world.get(weibo.id)).state).toBe('published');
      const waiting = await world.get(delivery?.id ?? '');
      expect(waiting.state).not.toBe('published');
      expect(waiting.dueAt).toBe(Date.parse('2026-11-23T09:00:00+08:00'));

      full.mockRestore();
      await world.live(2 * HOUR);
      expect((await world.get(waiting.id)).state).toBe('published');
      expect(await fs.readFile(world.sitePage(first.explainer), 'utf8')).toContain('第二版');
    } finally {
      await world.close();
    }
  });
});

describe('R14: the scheduler', () => {
  let room: Newsroom;
  afterEach(() => room.close());

  it('survives ten thousand errors of its handlers', async () => {
    let errors = 0;
    const broken = memoryPublisher('wechat');
    room = await openNewsroom({ publishers: [broken, memoryPublisher('weibo')] });
    const { id } = await room.planOne('wechat', { at: 'now' });
    const { get } = room.parts.store;
    const freezes = jest.spyOn(room.parts.store, 'freezes').mockImplementation(() => {
      errors += 1;
      return Promise.reject(new Error('database'));
    });
    const due = jest.spyOn(room.parts.store, 'due');
    while (errors < 10_000) {
      // Most break down while looking, every tenth with a delivery in hand.
      if (errors % 10 !== 0) {
        errors += 1;
        due.mockRejectedValueOnce(new Error('database'));
        await expect(room.work()).rejects.toThrow('database');
        continue;
      }
      await room.work();
      // Sooner than the pause after a breakdown, and past every lease.
      await room.db('mb_deliveries').update({ next_at: 0, lease_until: null });
    }
    freezes.mockRestore();
    await room.work();
    expect(await get(id)).toMatchObject({ state: 'published' });
    expect(broken.commits).toEqual([id]);
    const weibo = await room.planOne('weibo', { at: 'now' });
    await room.work();
    expect((await get(weibo.id))?.state).toBe('published');
  });
});
