import { script } from './script';

const PASSED = { passed: 1, failed: 0 };
beforeEach(() => jest.spyOn(console, 'log').mockImplementation(() => undefined));
afterEach(() => jest.restoreAllMocks());

test('checks run one after the other, except those that begin with the one before them', async () => {
  const steps: string[] = [];
  const check = (name: string, more: object = {}) => ({
    ...{ name, title: name, needs: [], ...more },
    run: async () => {
      steps.push(`${name} begins`);
      await new Promise(setImmediate);
      steps.push(`${name} ends`);
      return PASSED;
    },
  });
  const checks = [check('build'), check('lint', { alongside: true }), check('unit', { needs: ['build'] })];
  expect(await script('perform-checks', checks, {})).toMatchObject([
    { title: 'build', ...PASSED },
    { title: 'lint', ...PASSED },
    { title: 'unit', ...PASSED },
  ]);
  expect(steps).toEqual(['build begins', 'lint begins', 'build ends', 'lint ends', 'unit begins', 'unit ends']);
});

test('a check that fails, counting or throwing, fails those that need it and no other', async () => {
  const run = () => Promise.resolve(PASSED);
  const checks = [
    { name: 'build', title: '构建', needs: [], run: () => Promise.reject(new Error('broken')) },
    { name: 'lint', title: '写法', needs: [], alongside: true, run: () => Promise.resolve({ passed: 2, failed: 1 }) },
    { name: 'browser', title: '浏览器', needs: ['build'], run },
    { name: 'unit', title: '单元', needs: [], run },
  ];
  expect(await script('perform-checks', checks, {})).toMatchObject([
    { passed: 0, failed: 1, failures: ['见上面的说明'] },
    { passed: 2, failed: 1 },
    { passed: 0, failed: 1, failures: ['没有运行，因为“构建”没有成功'] },
    PASSED,
  ]);
});
