import { script } from './script';

test('the last line holds both sums and nothing else', async () => {
  const text = String(
    await script(
      'test-report',
      [
        { title: '类型', seconds: 12.3, passed: 1, failed: 0 },
        {
          title: '单元测试',
          seconds: 4,
          passed: 40,
          failed: 2,
          skipped: 1,
          failures: ['a.test.ts › waits', 'b.test.ts'],
        },
      ],
      14.2,
    ),
  );
  expect(text.split('\n').at(-1)).toBe('41 passed, 2 failed');
  expect(text).toContain('单元测试：a.test.ts › waits');
  expect(text).toMatch(/单元测试\s+4\.0 秒 {2}通过 40，未通过 2，跳过 1\n/);
  // Both ran side by side for a while.
  expect(text).toMatch(/全程\s+14\.2 秒\n/);
});
