import { WECHAT_ERRORS } from '../../../../publishers/sandbox/wechat/errors';
import { wechatProblems } from '../../../../publishers/wechat/problems';
import { refusalProblem } from '../../../../publishers/wechat/refused';

/** Every code of the platform that a client of these calls has to expect, as ranges. */
const CODES =
  '-1 40001-40007 40009-40014 40031-40033 40035 40038 40039 40059 40060 40062 40065 40114 40125 40130 40164 40243 41001 41002 41004-41006 41011 41026 41039 42001 43001 43002 44001-44004 45001-45009 45011 45020 45021 45028 45047 45061 45062 45065-45068 45103 45104 45110 45157-45159 45161 45166 45168 46001 46007 47001-47003 47009 48001 48003-48006 48008-48010 48013-48015 48021 50002 50004 50007 53404-53406 53500-53505 53600 61500 61501 61503 88000-88005 88007-88011 89501-89507';
/** Gaps inside those ranges: numbers that the platform does not use. */
const UNUSED = new Set(['40008']);

const codes = CODES.split(' ').flatMap((range) => {
  const [from = '', to = from] = /^-/.test(range) ? [range] : range.split('-');
  return Array.from({ length: Number(to) - Number(from) + 1 }, (_, index) => String(Number(from) + index));
});

test.each(codes.filter((code) => !UNUSED.has(code)))('code %s has words of its own', (code) => {
  expect(refusalProblem(Number(code), 'x').code).toBe(`wechat.${code}`);
});

test('every refusal of the sandbox is known', () => {
  const unknown = Object.keys(WECHAT_ERRORS).filter(
    (code) => refusalProblem(Number(code), '').code === 'wechat.unknown-code',
  );
  expect(unknown).toEqual([]);
});

test('each problem says what happened and what to do, in Chinese, calmly', () => {
  for (const [code, { what, next }] of Object.entries(wechatProblems)) {
    expect([code, /^[^!！]*[\u4e00-\u9fff][^!！]*。$/.test(what), /。$/.test(next)]).toEqual([code, true, true]);
  }
});

test('the refused address is read from the text of the platform', () => {
  const text = 'invalid ip 118.190.42.90 ipv6 ::ffff:118.190.42.90, not in whitelist rid: 60196b9b-1-2';
  expect(refusalProblem(40164, text).what).toBe('服务器的地址 118.190.42.90 不在微信的 IP 白名单里。');
  expect(refusalProblem(12345, 'odd').code).toBe('wechat.unknown-code');
});
