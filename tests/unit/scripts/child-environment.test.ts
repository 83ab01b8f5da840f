import { script } from './script';

const SETTINGS = {
  host: '127.0.0.1',
  port: 1400,
  local: 'http://127.0.0.1:1400',
  siteUrl: 'https://gov.example',
  dataDir: '/srv/mingbai',
  mode: 'sandbox',
  sandboxPort: 1401,
  startsSandbox: true,
};

test('what was decided is passed on, in production mode, whatever the terminal says', async () => {
  expect(await script('child-environment', { NODE_ENV: 'development', PORT: '1' }, {}, SETTINGS)).toMatchObject({
    NODE_ENV: 'production',
    PORT: '1400',
    SITE_URL: 'https://gov.example',
    DATA_DIR: '/srv/mingbai',
    PUBLISHING_MODE: 'sandbox',
    SANDBOX_PORT: '1401',
    STRAPI_TELEMETRY_DISABLED: 'true',
  });
});

test('a secret from the environment wins over the generated one, an empty one does not', async () => {
  const secrets = { JWT_SECRET: 'generated', ENCRYPTION_KEY: 'generated' };
  expect(await script('child-environment', { JWT_SECRET: 'own', ENCRYPTION_KEY: '' }, secrets, SETTINGS)).toMatchObject(
    { JWT_SECRET: 'own', ENCRYPTION_KEY: 'generated' },
  );
});
