import { script } from './script';

const SETTINGS = { siteUrl: 'http://localhost:1337', dataDir: '/srv/data', sandboxPort: 1338 };
const EDITOR = { email: 'editor@yunlan.example', password: 'p-1', role: 'editor', title: '编辑' };

test('everything to open is named, with the demo accounts', async () => {
  const text = await script('summary', { ...SETTINGS, mode: 'sandbox', startsSandbox: true }, [EDITOR], 7);
  expect(text).toContain('明白已就绪，用时 7 秒');
  expect(text).toMatch(/管理后台\s+http:\/\/localhost:1337\/admin\n/);
  expect(text).toMatch(/手机视图\s+http:\/\/localhost:1338\//);
  expect(text).toMatch(/编辑\s+editor@yunlan\.example\s+p-1\n/);
});

test('live publishing shows neither sandbox nor accounts', async () => {
  const text = await script('summary', { ...SETTINGS, mode: 'live', startsSandbox: false }, [], 7);
  expect(text).toContain('正式，会发到真实平台');
  expect(text).not.toMatch(/手机视图|演示账号/);
});
