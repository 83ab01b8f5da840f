import { explainers, plan } from '../../../../src/seed/demo';
import { contentOf } from '../../seed/content-of';
import { openSiteSearch, type SiteSearch } from './support/open-site-search';

let site: SiteSearch;

beforeAll(async () => {
  site = await openSiteSearch('sqlite');
  for (const { explainer: key } of [...plan.published, plan.next, ...plan.coming]) {
    const demo = explainers.find((one) => one.key === key);
    if (demo) await site.publish(contentOf(demo), { explainer: key });
  }
});
afterAll(() => site.close());

test.each([
  ['娃上幼儿园要钱吗', '/explainers/preschool-text/'],
  ['孩子上大班要交多少钱', '/explainers/preschool-text/'],
  ['户口不在本地能参保吗', '/explainers/insurance-residence/'],
  ['小店换设备有补贴吗', '/explainers/trade-in-text/'],
  ['送外卖有社保补贴吗', '/explainers/flexible-text/'],
  ['电动车怎么充电', '/explainers/charging-text/'],
  ['老小区装电梯谁出钱', '/explainers/estates-text/'],
  ['什么时候能领养老金', '/explainers/pension-video/'],
  ['国办发2025 27', '/policies/free-preschool/'],
  ['国办发[2025]27号', '/policies/free-preschool/'],
  ['国办发（2025）27', '/policies/free-preschool/'],
  ['国办发【2025】27号', '/policies/free-preschool/'],
  ['关于国办发〔2025〕27号', '/policies/free-preschool/'],
  ['国务院令第802号', '/policies/sme-payments/'],
])('“%s” finds %s first', async (question, first) => {
  const links = await site.links(question);
  expect(links[0]).toBe(first);
});
