import { HOUR, MINUTE, openWorld, type World } from './harness/open-world';

const NINE = Date.parse('2026-11-23T09:00:00+08:00');
let world: World;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

describe('R16: two hundred at the same minute', () => {
  it('all go out, each once, in the minute in which they are due', async () => {
    const ids: string[] = [];
    for (let count = 1; count <= 200; count += 1) {
      const version = await world.sign({ summary: `第${count}项：职工看普通门诊，超过200元的部分可以报销。` });
      ids.push(...(await world.plan(version, { account: 'weibo' })).map(({ id }) => id));
    }
    await world.live(HOUR + MINUTE);
    const texts = world.seen('weibo').map(({ text }) => text);
    expect(texts).toHaveLength(200);
    expect(new Set(texts).size).toBe(200);
    expect(world.commitCalls('weibo')).toBe(200);
    for (const id of ids) {
      const { state, publishedAt } = await world.get(id);
      expect(state).toBe('published');
      expect((publishedAt ?? 0) - NINE).toBeLessThan(MINUTE);
    }
  }, 240_000);
});
