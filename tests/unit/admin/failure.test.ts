import { failureOf } from '../../../src/admin/newsroom/failure';

const problem = {
  code: 'wechat.title-too-long',
  kind: 'input',
  severity: 'error',
  what: '标题 40 字，超过公众号的 32 字。',
  next: '请缩短标题。',
  field: 'title',
} as const;

describe('a request that failed', () => {
  test('is told in the words of the server, with the problems it names', () => {
    const refusal = { code: 'plan.problems', message: '渠道稿有问题，不能排期。', details: { problems: [problem] } };
    expect(failureOf(refusal)).toEqual({ message: '渠道稿有问题，不能排期。', problems: [problem], vouchable: false });
  });

  test('is told without problems when the server names none', () => {
    expect(failureOf({ code: 'delivery.state', message: '请刷新后查看。', details: { state: 'published' } })).toEqual({
      message: '请刷新后查看。',
      problems: [],
      vouchable: false,
    });
  });

  test('says where it would be done if somebody vouched for it', () => {
    const refusal = { code: 'receipt.unreadable', message: '没能打开。', details: { vouchable: true } };
    expect(failureOf(refusal).vouchable).toBe(true);
  });

  test.each([undefined, new TypeError('Failed to fetch'), { name: 'UnknownError', message: 'Bad Gateway' }])(
    'never shows what only a programmer reads: %s',
    (error) => {
      expect(failureOf(error).message).toBe('没有连上服务器，操作没有完成。请检查网络后再试。');
    },
  );
});
