import type { Page } from 'playwright-core';

export const TITLE = '住院不用先垫钱';
export const SUMMARY = '十二月起，住院只交自己该出的那一份，出院时当场结清。';
export const POLICY = '云澜市基本医疗保险参保服务便利化措施';
export const KEYWORD = '住院结算';
/** A picture that the demo's library holds, and what stands for it where it cannot be seen. */
export const PICTURE = { name: 'pension-poster.png', alt: '视频封面：个人养老金，从哪天开始' } as const;

/** In the order of the form. */
const ASPECTS = ['过去要先垫钱再报销。', '依据便利化措施第三条。', '让看病的人少筹一次钱。', '医院与医保局联网结算。'];

const BODY = `## 自己出多少

| 人员 | 起付线 | 报销比例 |
| --- | ---: | ---: |
| 在职职工 | 800元 | 85% |
| 退休职工 | 600元 | 90% |

- 带什么
  - 身份证
  - 医保卡
- 去哪里
  1. 住院登记处
  2. 出院结算窗口

全国的规定见[中国政府网](https://www.gov.cn/)。

`;

/** Fills in a new text explainer by hand, picks a picture from the library, saves. @returns its id */
export async function writeExplainer(page: Page, site: string): Promise<string> {
  const field = (name: string) => page.getByRole('textbox', { name, exact: true });
  await page.goto(`${site}/admin/content-manager/collection-types/api::explainer.explainer/create`);
  await field('标题').fill(TITLE);
  await page.getByRole('combobox', { name: '服务分类' }).click();
  await page.getByRole('option', { name: '医疗卫生' }).click();
  await field('一句话看懂').fill(SUMMARY);

  const policies = page.getByRole('combobox', { name: '解读的政策文件' });
  await policies.click();
  await policies.pressSequentially('基本医疗');
  await page.getByRole('option', { name: POLICY }).click();

  // The aspects are the first part of the form that is folded away; each is a Markdown editor, the body is the last.
  await page.getByRole('button', { name: '还没有内容，点击添加。' }).first().click();
  const editors = page.locator('.CodeMirror');
  await editors.nth(ASPECTS.length).waitFor();
  for (const [index, text] of [...ASPECTS, BODY].entries()) {
    await editors.nth(index).click();
    await page.keyboard.insertText(text);
  }
  await addPicture(page);

  await field('关键词').fill(KEYWORD);
  await field('信息来源').fill('云澜市医疗保障局');
  await field('作者').fill('宋予真');
  await field('责任编辑').fill('李编辑');
  await page.getByRole('button', { name: '保存' }).click();
  await page.waitForURL(/explainer\/(?!create)\w+/);
  return new URL(page.url()).pathname.split('/').at(-1) ?? '';
}

/** Puts a picture of the library where the body's cursor is. */
async function addPicture(page: Page): Promise<void> {
  await page.getByRole('button', { name: '图片', exact: true }).last().click();
  const library = page.getByRole('dialog');
  await library.getByRole('checkbox', { name: PICTURE.name }).click();
  await library.getByRole('button', { name: '完成' }).click();
  await library.waitFor({ state: 'hidden' });
}
