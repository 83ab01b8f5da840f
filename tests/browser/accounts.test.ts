import sharp from 'sharp';
import { startDemo, type Demo } from './demo/start-demo';
import { logIn, type Staff } from './newsroom/log-in';

/** Milliseconds; a loaded machine needs a good part of it. */
const STEP = 150_000;
const NAME = '云澜文旅';

let demo: Demo;
let editor: Staff;

beforeAll(async () => {
  demo = await startDemo();
  // A personal account: the platform takes its drafts and publishes nothing for it.
  await fetch(`${demo.phones}/_scenarios`, { method: 'POST', body: JSON.stringify({ profile: 'personal' }) });
  editor = await logIn(demo, 'editor');
}, 300_000);
afterAll(() => demo.end());

const dialog = () => editor.page.getByRole('dialog');

test(
  'an account that the platform does not let publish says so once it was asked, and can be tried with a draft',
  async () => {
    const { page } = editor;
    await page.goto(`${demo.site}/admin/mingbai-accounts`);
    await page.getByRole('button', { name: '管理微信公众号' }).click();
    await dialog().getByRole('button', { name: '现在核对' }).click();
    await dialog().getByText('由人发表', { exact: true }).waitFor();
    await dialog().getByRole('button', { name: '发送测试草稿' }).click();
    await dialog()
      .getByText(/^账号可用：草稿箱里已有“明白测试草稿 /)
      .waitFor();
    await dialog().getByRole('button', { name: '删除测试草稿' }).click();
    await dialog().getByRole('status').filter({ hasText: '测试草稿已删除。' }).waitFor();
    expect(await dialog().getByLabel('AppSecret').count()).toBe(0);
    await dialog().getByRole('button', { name: '返回' }).click();
  },
  STEP,
);

test(
  'an account is added; a mistyped secret is named at once, and mended without showing what was saved',
  async () => {
    const { page } = editor;
    await page.getByRole('button', { name: '添加账号' }).click();
    await dialog().getByLabel('名称').fill(NAME);
    await dialog().getByLabel('代号').fill('wenlv');
    await dialog().getByLabel('AppID').fill('wxsandbox0000000001');
    await dialog().getByLabel('AppSecret').fill('mistyped-secret');
    await dialog().getByRole('button', { name: '保存并核对' }).click();
    await dialog().getByText('微信的 AppSecret 不对。').waitFor();
    expect(await dialog().getByLabel('AppID').getAttribute('placeholder')).toBe('已保存，末四位 0001');
    const secret = dialog().getByLabel('AppSecret');
    expect([await secret.inputValue(), await secret.getAttribute('placeholder')]).toEqual(['', '已保存，不再显示']);
    await secret.fill('sandbox-secret');
    await dialog().getByRole('button', { name: '保存', exact: true }).click();
    await dialog().getByText('由人发表', { exact: true }).waitFor();
    expect(await secret.inputValue()).toBe('');
  },
  STEP,
);

test(
  'its look changes in the phone while it is chosen',
  async () => {
    const phone = dialog().frameLocator('iframe[title="版式预览"]');
    const ground = () =>
      phone.getByText('一句话看懂').evaluate((label) => getComputedStyle(label.parentElement ?? label).backgroundColor);
    const before = await ground();
    await dialog().getByRole('combobox', { name: '版式' }).click();
    await editor.page.getByRole('option', { name: '素' }).click();
    for (const until = Date.now() + STEP / 2; (await ground()) === before && Date.now() < until;) {
      await editor.page.waitForTimeout(250);
    }
    expect(await ground()).not.toBe(before);
    await dialog().getByRole('button', { name: '返回' }).click();
  },
  STEP,
);

/** Gives the browser a reader of codes, which Chromium has on other systems only; it reads what the test has set. */
const READ_CODES = `window.BarcodeDetector = class {
  static getSupportedFormats() { return Promise.resolve(['qr_code']); }
  detect() { return Promise.resolve([{ rawValue: window.code ?? '' }]); }
};`;
const onePixel = (): Promise<Buffer> =>
  sharp({ create: { width: 1, height: 1, channels: 3, background: '#FFFFFF' } })
    .png()
    .toBuffer();

test(
  'what waits for a person is published on the phone, and its link becomes the receipt',
  async () => {
    const { page } = editor;
    await page.addInitScript({ content: READ_CODES });
    await page.goto(`${demo.site}/admin/mingbai`);
    const row = page.getByRole('row').filter({ hasText: '微信公众号' }).filter({ hasText: '人工发布' }).first();
    await row.waitFor({ timeout: STEP });
    const open = row.getByRole('button', { name: /查看详情/ });
    const title = ((await open.getAttribute('aria-label')) ?? '').split('，微信公众号')[0] ?? '';
    await open.click();
    await dialog().getByRole('button', { name: '登记链接' }).click();

    const phone = await editor.context.newPage();
    await phone.goto(`${demo.phones}/phone/wechat/drafts`);
    const draft = phone.getByRole('listitem').filter({ hasText: title });
    await draft.getByRole('button', { name: '发表' }).click();
    const link = /http\S+/.exec(await draft.getByText(/^已发表，链接：/).innerText())?.[0] ?? '';
    await phone.close();

    const address = dialog().getByLabel('平台上的网址');
    await address.fill('https://www.yunlan.gov.cn/s/elsewhere');
    await dialog().getByRole('button', { name: '确定登记链接' }).click();
    await page
      .getByText(/这不是完整的网址，或不是微信公众号的文章地址/)
      .first()
      .waitFor();
    await page.evaluate((code) => Object.assign(window, { code }), link);
    const screenshot = { name: '截图.png', mimeType: 'image/png', buffer: await onePixel() };
    await dialog().getByLabel('二维码截图').setInputFiles(screenshot);
    await dialog().getByText('已从二维码读出链接，请看一眼再确定。').waitFor();
    expect(await address.inputValue()).toBe(link);
    await dialog().getByRole('button', { name: '确定登记链接' }).click();
    await dialog().getByText('已发布', { exact: true }).waitFor();
    expect(demo.ledger().filter(({ kind, url }) => kind === 'by-hand' && url === link)).toHaveLength(1);
  },
  STEP,
);

test('nothing broke in the browser', () => {
  expect(editor.thrown).toEqual([]);
});
