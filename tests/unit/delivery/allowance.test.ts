import { requireAllowance } from '../../../src/delivery/require-allowance';
import { takeAllowance } from '../../../src/delivery/take-allowance';
import { connect } from './support/connect';
import { openDatabase, type TestDatabase } from './support/open-database';

const MINUTE = 60_000;
const NOW = Date.parse('2026-11-23T01:00:30.000Z');
const three = { key: 'ask:wechat', most: 3, within: 10 * MINUTE };

describe.each(['sqlite', 'postgres'] as const)('an allowance on %s', (dialect) => {
  let data: TestDatabase;
  beforeEach(async () => (data = await openDatabase(dialect)));
  afterEach(() => data.close());
  const take = (now = NOW, allowance = three) => takeAllowance(data.db, allowance, now);

  it('is used up, and there again when its time is over', async () => {
    expect([await take(), await take(NOW + MINUTE), await take(NOW + MINUTE)]).toEqual([null, null, null]);
    expect(await take(NOW + 9 * MINUTE)).toBe(NOW + 10 * MINUTE);
    expect(await take(NOW + 10 * MINUTE)).toBeNull();
    expect(await take(NOW + 19 * MINUTE)).toBeNull();
  });

  it('of one account leaves that of another alone', async () => {
    for (let times = 0; times < 3; times += 1) await take();
    expect(await take(NOW, { ...three, key: 'ask:wechat2' })).toBeNull();
  });

  it('is shared by processes that ask in the same moment', async () => {
    const other = connect(data.address);
    const pools = [data.db, other];
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, index) => takeAllowance(pools[index % 2] ?? data.db, three, NOW)),
    );
    await other.destroy();
    expect(answers.filter((again) => again === null)).toHaveLength(3);
  });

  it('that is used up says in Chinese when it is there again', async () => {
    for (let times = 0; times < 3; times += 1) await requireAllowance(data.db, three, new Date(NOW));
    await expect(requireAllowance(data.db, three, new Date(NOW + MINUTE))).rejects.toMatchObject({
      status: 429,
      code: 'check.too-often',
      message: '刚才已经核对了 3 次，每次都会占用平台的次数，这次没有核对。请在 09:11 以后再核对。',
      details: { retryAt: '2026-11-23T01:10:30.000Z' },
    });
  });
});
