import type { Frame } from './frame';
import { siteSettings } from './settings';
import type { SiteIdentity } from './settings';

/** The marks that must be the site's own, as staff call them. */
const MARKS = {
  name: '网站名称',
  domain: '域名',
  idCode: '网站标识码',
  organiser: '主办单位',
  undertaker: '承办单位',
  contact: '联系方式',
  icp: 'ICP备案号',
  police: '公安备案号',
} as const satisfies Partial<Record<keyof SiteIdentity, string>>;

/** Names that lead nowhere: RFC 2606 and RFC 6761. */
const NOWHERE = /(?:^|\.)(?:example|test|invalid|localhost)$|(?:^|\.)example\.(?:com|net|org)$|^[\d.:[\]]+$/i;

/** The marks that are still those of the demonstration, in words. */
export function inventedMarks(site: SiteIdentity): readonly string[] {
  const invented = siteSettings.parse({});
  return Object.entries(MARKS)
    .filter(([key]) => site[key as keyof typeof MARKS] === invented[key as keyof typeof MARKS]) // Its own keys.
    .map(([, title]) => title);
}

/** What keeps a site from going live, in words; empty when nothing does. */
export function missingForLive({ site, siteUrl }: Frame): readonly string[] {
  const host = URL.canParse(siteUrl) ? new URL(siteUrl).hostname : '';
  const isElsewhere = host !== site.domain && !host.endsWith(`.${site.domain}`);
  return [
    ...inventedMarks(site),
    ...(NOWHERE.test(host) ? ['网站的公网地址（SITE_URL）'] : []),
    ...(!NOWHERE.test(host) && isElsewhere ? [`与公网地址 ${host} 一致的域名`] : []),
    ...(site.officialMarkUrl === null ? ['党政机关网站标识的地址'] : []),
    ...(site.reportErrorUrl === null ? ['“我为政府网站找错”的地址'] : []),
    ...(site.demo ? ['取消演示数据标记'] : []),
  ];
}
