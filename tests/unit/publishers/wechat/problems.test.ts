import { PROBLEMS } from '../../../../publishers/problems';
import { WECHAT_ERRORS } from '../../../../publishers/sandbox/wechat/errors';
import { wechatCodes } from '../../../../publishers/wechat/codes';
import { wechatProblems } from '../../../../publishers/wechat/problems';
import { refusalProblem } from '../../../../publishers/wechat/refused';
import { REACTIONS } from '../../../../src/delivery/reactions';
import { REFERENCE_CODES } from './reference-codes';

const numbers = REFERENCE_CODES.map(({ code }) => code);

test('the table names each code once', () => {
  expect(numbers.filter((code, index) => numbers.indexOf(code) !== index)).toEqual([]);
});

test.each(REFERENCE_CODES)('$code of "$source" has words, and is dealt with as its column says', (row) => {
  const { code, kind } = refusalProblem(Number(row.code), 'x');
  expect(code).toBe(`wechat.${row.code}`);
  expect(row.reactions).toContain(REACTIONS[kind]);
});

test('no code has words that the table does not name', () => {
  expect(Object.keys(wechatCodes).sort()).toEqual(numbers.map((code) => `wechat.${code}`).sort());
});

test('the sandbox answers with no code that the table does not name', () => {
  expect(Object.keys(WECHAT_ERRORS).filter((code) => !numbers.includes(code))).toEqual([]);
});

test('each problem says what happened and what to do, in Chinese, calmly', () => {
  for (const [code, { what, next }] of Object.entries(wechatProblems)) {
    expect([code, /^[^!！]*[\u4e00-\u9fff][^!！]*。$/.test(what), /[\u4e00-\u9fff][^!！]*。$/.test(next)]).toEqual([
      code,
      true,
      true,
    ]);
  }
});

test('a code is told in a sentence, not in two words, and what to do is a sentence of its own', () => {
  for (const [code, { what, next }] of Object.entries(wechatCodes)) {
    expect([code, what.length >= 9, next.length >= 10]).toEqual([code, true, true]);
  }
});

test('no two codes that ask for different things are told in the same words', () => {
  const nextOf = new Map<string, Set<string>>();
  for (const { what, next } of Object.values(wechatCodes)) nextOf.set(what, (nextOf.get(what) ?? new Set()).add(next));
  expect([...nextOf].filter(([, nexts]) => nexts.size > 1)).toEqual([]);
});

test('the refused address is read from the text of the platform', () => {
  const text = 'invalid ip 118.190.42.90 ipv6 ::ffff:118.190.42.90, not in whitelist rid: 60196b9b-1-2';
  expect(refusalProblem(40164, text).what).toBe('服务器的地址 118.190.42.90 不在微信的 IP 白名单里。');
});

test('a code that nobody knows is shown with its number and its text', () => {
  expect(PROBLEMS['wechat.12345']).toBeUndefined();
  expect(refusalProblem(12345, 'odd').what).toContain('12345（odd）');
});
