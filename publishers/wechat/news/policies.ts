import { escapeHtml } from '../../article/escape-html';
import { safeLink } from '../../article/safe-link';
import type { PolicySnapshot } from '../../content';
import { chineseDay } from '../chinese-day';
import { aside, type Page } from './page';

/** Which documents this explains: number, issuer, validity, and the address of the original as a note. */
export const policies = (page: Page): string =>
  page.article.policies.length === 0
    ? ''
    : aside(page, '政策文件') + page.article.policies.map((policy) => card(page, policy)).join('');

function card(page: Page, policy: PolicySnapshot): string {
  const { style, markup } = page;
  const title = `《${escapeHtml(policy.title)}》`;
  const source = policy.sourceUrl === null ? null : safeLink(policy.sourceUrl);
  const facts = [
    policy.docNumber,
    policy.issuers.join('、'),
    policy.effectiveOn === null ? '' : `${chineseDay(policy.effectiveOn)}起施行`,
    policy.validity,
  ].filter((fact) => fact.trim() !== '');
  const named = source === null ? title : markup.link(title, source);
  return `<section style="${style.policy}"><p style="${style.policyTitle}">${named}</p><p style="${style.small}">${escapeHtml(facts.join(' · '))}</p></section>`;
}
