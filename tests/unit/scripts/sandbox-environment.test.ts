import { script } from './script';

const settings = { local: 'http://127.0.0.1:1400' };

test('the sandbox stays on this machine and pushes to the account of the product', async () => {
  const env = { HOST: '0.0.0.0', WECHAT_TOKEN: 'own' };
  expect(await script('sandbox-environment', env, settings)).toEqual({
    WECHAT_TOKEN: 'own',
    HOST: '127.0.0.1',
    SANDBOX_CALLBACK_URL: 'http://127.0.0.1:1400/callback/wechat/wechat',
  });
});

test('somebody may want the pushes elsewhere', async () => {
  const env = { SANDBOX_CALLBACK_URL: 'http://127.0.0.1:9999/' };
  expect(await script('sandbox-environment', env, settings)).toMatchObject(env);
});
