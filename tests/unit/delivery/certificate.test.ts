import type { StoredAccount } from '../../../src/delivery/accounts';
import { daysUntil, remindOfCertificates } from '../../../src/delivery/certificate';
import { markNoticeRead, notices } from '../../../src/delivery/notices';
import { createClock, type Clock } from './support/clock';
import { openNewsroom, type Newsroom } from './support/newsroom';

const DAY = 24 * 60 * 60_000;
let room: Newsroom;
let clock: Clock;
beforeEach(async () => {
  clock = createClock('2026-11-23T08:00:00+08:00');
  room = await openNewsroom({ publishers: [], clock });
});
afterEach(() => room.close());

const account = (certifiedUntil: string | null): StoredAccount => ({
  name: 'wechat',
  publisher: 'wechat',
  title: '云澜发布',
  settings: {},
  chosen: {},
  connection: {},
  origin: 'admin',
  certifiedUntil,
});

/** One look a day, as if the product ran all the time. */
async function looks(until: string | null, days: number): Promise<readonly string[]> {
  for (let day = 0; day < days; day += 1) {
    await remindOfCertificates(room.parts, { stored: () => Promise.resolve([account(until)]) });
    await remindOfCertificates(room.parts, { stored: () => Promise.resolve([account(until)]) });
    clock.pass(DAY);
  }
  return room.noticeTexts();
}

it('staff are reminded 60, 30 and 7 days before a certificate ends and once after, each once', async () => {
  const told = await looks('2027-01-31', 75);
  expect(told.map((text) => /还有 \d+ 天|已在/.exec(text)?.[0])).toEqual([
    '还有 60 天',
    '还有 30 天',
    '还有 7 天',
    '已在',
  ]);
  expect(told[0]).toBe(
    '“云澜发布”的认证2027年1月31日到期，还有 60 天；到期后不能再由系统发布。请到平台后台办理年审，办好后在“渠道账号”里更新日期。',
  );
});

it('a date that is entered late brings the nearest reminder only', async () => {
  expect(await looks('2026-12-13', 1)).toEqual([expect.stringContaining('还有 20 天')]);
});

it('a reminder that was read does not come back, and a renewed certificate reminds anew', async () => {
  await looks('2026-12-13', 1);
  const [notice] = await notices(room.parts.store);
  await markNoticeRead(room.parts.store, notice?.id ?? '', clock.now());
  expect(await looks('2026-12-13', 3)).toHaveLength(1);
  expect(await looks('2027-01-01', 1)).toHaveLength(2);
});

it('where no date was entered nobody is told anything', async () => {
  expect(await looks(null, 90)).toEqual([]);
});

it.each([
  ['2026-11-23T00:00:00+08:00', 0],
  ['2026-11-22T23:59:59+08:00', 1],
  ['2026-11-24T00:00:00+08:00', -1],
])('days are those of China: at %s it is %i', (now, days) => {
  expect(daysUntil('2026-11-23', new Date(now))).toBe(days);
});
