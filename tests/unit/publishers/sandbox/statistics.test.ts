import { pictureBytes, startClient, type Answer, type Client } from './client';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** The client starts at 09:00 of this day in China. */
const TODAY = '2026-11-23';

let client: Client;
let message: string;
beforeEach(async () => {
  client = await startClient();
  const cover = await client.upload('material/add_material?type=image', await pictureBytes());
  const articles = [{ title: '门诊怎么报销', content: '<p>文</p>', thumb_media_id: cover['media_id'] }];
  const draft = await client.wechat('draft/add', { articles });
  const submitted = await client.wechat('freepublish/submit', { media_id: draft['media_id'] });
  client.pass(1000);
  message = String(submitted['msg_data_id']);
});
afterEach(() => client.sandbox.close());

async function ask(name: string, begin = TODAY, end = begin): Promise<Answer> {
  const url = `${client.sandbox.wechatBaseUrl}/datacube/${name}?access_token=${await client.token()}`;
  const body = JSON.stringify({ begin_date: begin, end_date: end });
  return JSON.parse(await (await fetch(url, { method: 'POST', body })).text()) as Answer;
}
const TOTALS = 'getarticletotaldetail';

test('an article is counted from the morning after it, each day until then, and always alike', async () => {
  client.pass(3 * DAY);
  const answer = await ask(TOTALS);
  expect(answer).toMatchObject({
    is_delay: false,
    list: [
      {
        ref_date: TODAY,
        msgid: `${message}_1`,
        publish_type: 1,
        title: '门诊怎么报销',
        detail_list: [{ stat_date: TODAY }, { stat_date: '2026-11-24' }, { stat_date: '2026-11-25' }],
      },
    ],
  });
  expect(await ask(TOTALS)).toEqual(answer);
  expect(await ask(TOTALS, '2026-11-24')).toMatchObject({ list: [] });
});

test('the days of reading and sharing add up to the totals', async () => {
  client.pass(3 * DAY);
  const { list } = (await ask(TOTALS)) as unknown as { list: [{ detail_list: { read_user: number }[] }] };
  const daily = await Promise.all(
    [TODAY, '2026-11-24', '2026-11-25'].map(async (day) => {
      const read = (await ask('getarticleread', day)) as unknown as { list: [{ detail: { read_user: number } }] };
      return read.list[0].detail.read_user;
    }),
  );
  expect(daily.reduce((sum, read) => sum + read, 0)).toBe(list[0].detail_list.at(-1)?.read_user);
  expect(await ask('getbizsummary', TODAY, '2026-11-25')).toMatchObject({
    list: daily.map((read_user) => ({ detail: { read_user } })),
  });
  expect(await ask('getarticleshare')).toMatchObject({ list: [{ msgid: `${message}_1` }] });
});

const REFUSED: [string, string, string, string, number][] = [
  ['a day that is none', TOTALS, '2026-02-30', '2026-02-30', 61500],
  ['a day in another form', TOTALS, '20261122', '20261122', 61500],
  ['two days where one is allowed', TOTALS, '2026-11-21', '2026-11-22', 61501],
  ['31 days where 30 are allowed', 'getbizsummary', '2026-10-23', '2026-11-22', 61501],
  ['eight days of followers where seven are allowed', 'getusersummary', '2026-11-14', '2026-11-21', 61501],
  ['an end before its beginning', 'getbizsummary', '2026-11-22', '2026-11-21', 61501],
  ['today', TOTALS, TODAY, TODAY, 61501],
  ['a day before the first that is counted', TOTALS, '2025-10-31', '2025-10-31', 61501],
  ['a call that was taken down', 'getuserread', TODAY, TODAY, 47009],
];
test.each(REFUSED)('refuses %s', async (_what, name, begin, end, code) => {
  expect(await ask(name, begin, end)).toMatchObject({ errcode: code });
});

test('yesterday is ready at eight in the morning', async () => {
  client.pass(23 * HOUR - 2000); // 07:59:59 of the next day
  expect(await ask(TOTALS)).toMatchObject({ errcode: 61503 });
  client.pass(2000);
  expect(await ask(TOTALS)).toMatchObject({ list: [{ msgid: `${message}_1` }] });
});

test('a thousand questions a day', async () => {
  client.sandbox.scenarios.quotaFactor = 0.002;
  await ask(TOTALS, '2026-11-22');
  await ask(TOTALS, '2026-11-22');
  expect(await ask(TOTALS, '2026-11-22')).toMatchObject({ errcode: 45009 });
});

test('followers are still counted by the calls that stayed, for a week at most', async () => {
  expect(await ask('getusercumulate', '2026-11-16', '2026-11-22')).toMatchObject({
    list: [{ ref_date: '2026-11-16', cumulate_user: 3 }, {}, {}, {}, {}, {}, { ref_date: '2026-11-22' }],
  });
  expect(await ask('getusersummary', '2026-11-22')).toMatchObject({ list: [{ new_user: 0, cancel_user: 0 }] });
});
