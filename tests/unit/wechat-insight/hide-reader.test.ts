import { readerHider } from '../../../src/wechat-insight/hide-reader';

const hide = readerHider('one secret');

test('the same reader has the same name, and nobody else has it', () => {
  expect(hide('wechat', 'oOne')).toBe(hide('wechat', 'oOne'));
  expect(hide('wechat', 'oOne')).not.toBe(hide('wechat', 'oTwo'));
});

test('a reader cannot be followed from account to account, nor found by trying names without the secret', () => {
  expect(hide('wechat', 'oOne')).not.toBe(hide('wechat-2', 'oOne'));
  expect(readerHider('another secret')('wechat', 'oOne')).not.toBe(hide('wechat', 'oOne'));
  expect(hide('wechat', 'oOne')).toMatch(/^[0-9a-f]{32}$/);
});

test('an account and a reader are not run together', () => {
  expect(hide('a', 'bc')).not.toBe(hide('ab', 'c'));
});
