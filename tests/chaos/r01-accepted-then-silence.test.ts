import { notices } from '../../src/delivery/notices';
import { impatient } from './harness/impatient';
import { HOUR, openWorld, type World } from './harness/open-world';

type Platform = 'wechat' | 'weibo';
const COMMIT = { wechat: 'freepublish/submit', weibo: 'statuses/share.json' } as const;
const LOOK = { wechat: 'freepublish/batchget', weibo: 'user_timeline.json' } as const;
const PAGE = '<html><body><h1>Bad Gateway</h1></body></html>';

/** How the answer to an accepted call is lost. */
const LOST: Readonly<Record<string, (world: World, platform: Platform) => void>> = {
  'the line broke': ({ sandbox }, platform) =>
    void sandbox.faults.add({ platform, endpoint: COMMIT[platform], kind: 'drop-after' }),
  'a 502 came back': ({ gateway }, platform) => gateway.answerInstead(COMMIT[platform], 502, 'upstream error'),
  'no answer came within our time': ({ sandbox }, platform) =>
    void sandbox.faults.add({ platform, endpoint: COMMIT[platform], kind: 'hang-after' }),
  'a web page came back with 200': ({ gateway }, platform) => gateway.answerInstead(COMMIT[platform], 200, PAGE),
  'a web page came back with 502': ({ sandbox }, platform) =>
    void sandbox.faults.add({ platform, endpoint: COMMIT[platform], kind: 'html' }),
  'half an answer came': ({ sandbox }, platform) =>
    void sandbox.faults.add({ platform, endpoint: COMMIT[platform], kind: 'truncated' }),
  'an answer without an id came': ({ sandbox }, platform) =>
    void sandbox.faults.add({ platform, endpoint: COMMIT[platform], kind: 'no-id' }),
};
const PLATFORMS: readonly Platform[] = ['wechat', 'weibo'];
const CASES = PLATFORMS.flatMap((platform) => Object.keys(LOST).map((how): [Platform, string] => [platform, how]));

let world: World;
beforeEach(async () => {
  world = await openWorld({ change: { wechat: impatient(1_500), weibo: impatient(1_500) } });
});
afterEach(() => world.close());

const commits = async (id: string) =>
  (await world.parts.store.attempts(id)).filter(({ step }) => step === 'commit').map(({ outcome }) => outcome);

describe('R1: accepted, then the answer was lost', () => {
  it.each(CASES)('%s, %s: public once, found by asking, told once, never sent again', async (platform, how) => {
    const { id } = await world.planOne(platform);
    LOST[how]?.(world, platform);
    await world.live(26 * HOUR);

    expect(world.seen(platform)).toHaveLength(1);
    expect(world.commitCalls(platform)).toBe(1);
    expect(await commits(id)).toEqual(['uncertain']);
    expect(await world.get(id)).toMatchObject({
      state: 'published',
      receipt: { id: world.seen(platform)[0]?.id },
      problem: null,
    });
    const told = await notices(world.parts.store);
    expect(told).toMatchObject([{ kind: 'uncertain', delivery: id, readAt: expect.any(String) as string }]);
  });
});

describe.each(PLATFORMS)('R1: %s took it and cannot be asked any more', (platform) => {
  async function doubtful(kind: 'drop-after' | 'drop-before'): Promise<string> {
    const { id } = await world.planOne(platform);
    world.sandbox.faults.add({ platform, endpoint: COMMIT[platform], kind });
    if (kind === 'drop-after') {
      world.sandbox.faults.add({ platform, endpoint: LOOK[platform], kind: 'http-5xx', times: 1_000 });
    }
    await world.live(25 * HOUR);
    return id;
  }

  it('stays uncertain for a day without a second sending; a person who finds it gives its address', async () => {
    const id = await doubtful('drop-after');
    expect((await world.get(id)).state).toBe('uncertain');
    expect(world.commitCalls(platform)).toBe(1);
    expect(await world.noticeTexts()).toHaveLength(1);

    const url = world.seen(platform)[0]?.url ?? '';
    expect(await world.act(id, 'resolve', { found: true, url })).toMatchObject({
      state: 'published',
      receipt: { url },
    });
    await world.live(25 * HOUR);
    expect(world.seen(platform)).toHaveLength(1);
    expect(await world.audited()).toEqual(['plan', 'resolve']);
  });

  it('never had it: a person who looked says so and sends it again, once', async () => {
    const id = await doubtful('drop-before');
    expect((await world.get(id)).state).toBe('uncertain');
    expect(world.seen(platform)).toEqual([]);
    expect(await world.noticeTexts()).toHaveLength(1);

    await world.act(id, 'resolve', { found: false });
    await world.live(HOUR);
    expect(world.seen(platform)).toEqual([]);
    await world.act(id, 'retry');
    await world.live(HOUR);
    expect(await world.get(id)).toMatchObject({ state: 'published', receipt: { id: world.seen(platform)[0]?.id } });
    expect(world.seen(platform)).toHaveLength(1);
    expect(await world.audited()).toEqual(['plan', 'resolve', 'retry']);
  });
});
