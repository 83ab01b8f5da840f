import { script } from './script';

test('no setting of the operator reaches a test: neither accounts nor data', async () => {
  const env = {
    PATH: '/bin',
    WECHAT_APP_SECRET: 's',
    DATABASE_URL: 'postgres://live',
    DATA_DIR: '/srv',
    NODE_ENV: 'x',
  };
  const { DATA_DIR, ENV_PATH, ...rest } = (await script('test-environment', env)) as Record<string, string>;
  expect(rest).toEqual({ PATH: '/bin' });
  expect(DATA_DIR).toMatch(/\.tmp.test-data$/);
  expect(ENV_PATH).toMatch(/\.tmp.no\.env$/);
});
