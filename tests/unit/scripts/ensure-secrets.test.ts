import { chmodSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { script } from './script';
import { temporaryFolder } from './temporary-folder';

const modeOf = (path: string) => (statSync(path).mode & 0o777).toString(8);

test('secrets are made once, for their owner only', async () => {
  const folder = join(temporaryFolder(), 'data');
  const secrets = await script('ensure-secrets', folder);
  expect(await script('ensure-secrets', folder)).toEqual(secrets);
  expect(modeOf(folder)).toBe('700');
  expect(modeOf(join(folder, 'secrets.json'))).toBe('600');
});

test('every secret holds 32 random bytes, the application keys four times', async () => {
  const secrets = (await script('ensure-secrets', temporaryFolder())) as Record<string, string>;
  const values = Object.values(secrets).flatMap((value) => value.split(','));
  expect(Object.keys(secrets).sort()).toEqual([
    'ADMIN_JWT_SECRET',
    'API_TOKEN_SALT',
    'APP_KEYS',
    'ENCRYPTION_KEY',
    'JWT_SECRET',
    'MINGBAI_SECRET_KEY',
    'TRANSFER_TOKEN_SALT',
  ]);
  expect(values.map((value) => Buffer.from(value, 'base64').length)).toEqual(Array(10).fill(32));
  expect(new Set(values).size).toBe(10);
});

test('a newer release adds its secret and keeps the others', async () => {
  const folder = temporaryFolder({ 'secrets.json': '{"APP_KEYS":"kept"}' });
  const secrets = await script('ensure-secrets', folder);
  expect(secrets).toMatchObject({ APP_KEYS: 'kept', JWT_SECRET: expect.any(String) as string });
  expect(JSON.parse(readFileSync(join(folder, 'secrets.json'), 'utf8'))).toEqual(secrets);
});

test('a file that others may read is closed to them', async () => {
  const folder = temporaryFolder();
  await script('ensure-secrets', folder);
  chmodSync(join(folder, 'secrets.json'), 0o644);
  await script('ensure-secrets', folder);
  expect(modeOf(join(folder, 'secrets.json'))).toBe('600');
});

test('a damaged file is refused and left as it is', async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'secrets.json'), '{"APP_KEYS":');
  await expect(script('ensure-secrets', folder)).rejects.toThrow('密钥文件无法读取');
  expect(readFileSync(join(folder, 'secrets.json'), 'utf8')).toBe('{"APP_KEYS":');
});
