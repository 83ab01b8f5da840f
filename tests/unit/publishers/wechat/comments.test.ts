import { HttpFailure } from '../../../../publishers/contract';
import {
  changeComments,
  COMMENT_DEEDS,
  type CommentDeed,
} from '../../../../publishers/wechat/comments/change-comments';
import { readCommentPage } from '../../../../publishers/wechat/comments/comment-page';
import { readArticleTotals } from '../../../../publishers/wechat/statistics/article-totals';
import { testIo, type TestIo } from './test-io';

const connection = {
  apiBaseUrl: 'https://api.example',
  appId: 'wx1',
  appSecret: 's',
  articleBaseUrl: 'https://mp.weixin.qq.com',
};
const place = { messageDataId: '2247503051', index: 0 };
const TOKEN = JSON.stringify({ access_token: 't', expires_in: 7200 });

/** A platform that gives tokens and answers everything else with these texts, one after another. */
function platform(...answers: (string | HttpFailure)[]): TestIo {
  const io = testIo(connection);
  io.http = ({ url }) => {
    const next = url.endsWith('/stable_token') ? TOKEN : (answers.shift() ?? '');
    return typeof next === 'string' ? Promise.resolve({ status: 200, headers: {}, text: next }) : Promise.reject(next);
  };
  return io;
}
const page = (comment: object) =>
  platform(JSON.stringify({ errcode: 0, errmsg: 'ok', total: 1, comment: [{ ...COMMENT, ...comment }] }));
const COMMENT = { user_comment_id: 7, openid: 'oOne', create_time: 1_700_000_000, content: '问', comment_type: 0 };
const hide = (openId: string) => `hidden ${openId.length}`;
const read = async (io: TestIo) => {
  const answer = await readCommentPage(place, 0, hide, connection, io);
  if (answer.type !== 'answer') throw new Error(answer.type);
  return answer.value.comments[0];
};

describe('a page of comments', () => {
  it('gives readers another name at once', async () => {
    expect(await read(page({}))).toEqual({
      number: '7',
      author: 'hidden 4',
      content: '问',
      writtenAt: 1_700_000_000_000,
      elected: false,
      reply: null,
    });
    expect(await read(page({ openid: undefined }))).toMatchObject({ author: '' });
  });

  it.each<[string, unknown, object | null]>([
    ['an object', { content: '答', create_time: 1_700_000_001 }, { content: '答', at: 1_700_000_001_000 }],
    ['a list', [{ content: '答', create_time: '1700000001' }], { content: '答', at: 1_700_000_001_000 }],
    ['an empty list', [], null],
    ['an empty text', { content: '', create_time: 0 }, null],
    ['nothing', null, null],
  ])('takes a reply that comes as %s', async (_what, reply, expected) => {
    expect(await read(page({ reply }))).toMatchObject({ reply: expected });
  });

  it('that is something else is nothing to go by', async () => {
    const answer = await readCommentPage(place, 0, hide, connection, platform('{"errcode":0,"errmsg":"ok"}'));
    expect(answer.type).toBe('unreadable');
  });
});

const DEEDS = Object.keys(COMMENT_DEEDS) as CommentDeed[];
const change = (deed: CommentDeed, io: TestIo) =>
  changeComments({ deed, place, comment: '7', content: '答' }, connection, io);

describe.each(DEEDS)('to %s', (deed) => {
  it('is done when the platform says so, and in doubt when it says nothing that can be read', async () => {
    expect(await change(deed, platform('{"errcode":0,"errmsg":"ok"}'))).toEqual({ state: 'done' });
    const doubts = [
      '',
      '{"errcode":-1,"errmsg":"system error"}',
      '<html>',
      new HttpFailure('reset', true, 'ECONNRESET'),
    ];
    for (const doubt of doubts) {
      const outcome = await change(deed, platform(doubt));
      expect(outcome).toMatchObject({ state: 'unknown', problem: { code: 'wechat.comment-unknown' } });
    }
  });

  it('is not done when the platform refuses it, or was not reached', async () => {
    expect(await change(deed, platform('{"errcode":88002,"errmsg":"limit"}'))).toMatchObject({
      state: 'refused',
      problem: { code: 'wechat.88002' },
    });
    expect(await change(deed, platform('{"errcode":48001,"errmsg":"api unauthorized"}'))).toMatchObject({
      state: 'refused',
      problem: { code: 'wechat.no-audience-right' },
    });
    for (const code of [88000, 48015]) {
      expect(await change(deed, platform(`{"errcode":${code},"errmsg":"x"}`))).toMatchObject({
        state: 'refused',
        problem: { code: 'wechat.no-comments', what: expect.stringContaining('已发布的文章不受影响') as string },
      });
    }
    expect(await change(deed, platform(new HttpFailure('refused', false, 'ECONNREFUSED')))).toMatchObject({
      state: 'refused',
      problem: { code: 'delivery.unreachable' },
    });
  });

  it('was done already where the platform says that', async () => {
    for (const code of COMMENT_DEEDS[deed].wanted) {
      expect(await change(deed, platform(`{"errcode":${code},"errmsg":"x"}`))).toEqual({ state: 'already' });
    }
  });
});

describe('the totals of a day', () => {
  const totals = async (list: unknown[]) => {
    const answer = await readArticleTotals('2026-11-23', connection, platform(JSON.stringify({ list })));
    return answer.type === 'answer' ? answer.value : answer.type;
  };

  it('are read without what the platform leaves out', async () => {
    const detail_list = [{ stat_date: '2026-11-23', read_user: 5, read_finish_rate: 'n/a' }];
    expect(await totals([{ msgid: '2247503051_2', title: '题', detail_list }])).toMatchObject({
      delayed: false,
      articles: [
        {
          messageDataId: '2247503051',
          index: 1,
          days: [{ day: '2026-11-23', readers: 5, sharers: 0, finished: null, minutes: null, sources: [] }],
        },
      ],
    });
  });

  it('of an article that cannot be named are passed over', async () => {
    const list = [{ msgid: 'nobody knows' }, { msgid: '2247503051_1' }];
    expect(await totals(list)).toMatchObject({ articles: [{ messageDataId: '2247503051', index: 0 }] });
  });
});
