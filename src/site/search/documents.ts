import { ASPECTS, type Content, type PolicySnapshot } from '../../../publishers/content';
import { dayStart } from '../../wechat-insight/china-day';
import { numberTokens } from './doc-number-tokens';
import { plainText } from './plain-text';
import type { SearchDocument } from './search-index';

/** Characters of a text that can be found; a document of this length is a book. */
const MAX_TEXT = 200_000;

/** What brought an explainer out, and when. */
export interface Publication {
  readonly delivery: string;
  /** First time that the explainer was public, milliseconds UTC. */
  readonly firstAt: number;
  /** This publication, milliseconds UTC. */
  readonly at: number;
}

/** An explainer as the site shows it. The texts of its policies are documents of their own; here they count by their names. */
export function explainerDocument(
  id: string,
  content: Content,
  { delivery, firstAt, at }: Publication,
): SearchDocument {
  const { title, summary, keywords, form, category, policies } = content;
  const names = policies.map((policy) => `${policy.title} ${policy.docNumber}`);
  const text = [...names, ...partsOf(content)].map(plainText).filter((part) => part !== '');
  return {
    kind: 'explainer',
    ref: id,
    source: delivery,
    title,
    summary,
    keywords: [...keywords, ...content.audiences],
    form,
    category,
    moment: firstAt,
    asOf: at,
    inForce: policies.length === 0 || policies.some(isInForce),
    expiresOn: lastDay(policies),
    text: text.join('\n').slice(0, MAX_TEXT),
    numbers: { own: [], named: numberTokens([...names, ...text].join('\n')) },
  };
}

/** In the order in which an excerpt is best taken from them. */
const partsOf = (content: Content): readonly string[] => [
  content.subtitle ?? '',
  content.impact.who,
  content.impact.changes,
  content.impact.action,
  content.body,
  ...ASPECTS.map((aspect) => content.aspects[aspect]),
  ...content.differences.map(({ item, before, after }) => `${item}：原来${before}，现在${after}`),
  ...content.glossary.map(({ term, meaning }) => `${term}：${meaning}`),
  ...content.images.flatMap(({ caption, longDescription }) => [caption, longDescription]),
  ...(content.video?.chapters.map(({ title }) => title) ?? []),
  content.video?.transcript ?? '',
  ...(content.interview?.turns.map(({ text }) => text) ?? []),
  ...(content.interview?.people.map(({ name, title }) => `${name} ${title}`) ?? []),
  content.source,
];

/**
 * A policy as its page on the site shows it.
 * @param of what named it last
 */
export function policyDocument(
  policy: PolicySnapshot,
  category: Content['category'],
  of: { readonly version: string; readonly at: number },
): SearchDocument {
  const { title, docNumber, issuers, genre } = policy;
  return {
    kind: 'policy',
    ref: policy.id,
    source: of.version,
    title,
    summary: [issuers.join('、'), docNumber].filter((part) => part !== '').join(' · '),
    keywords: genre === null ? [] : [genre],
    form: 'policy',
    category,
    moment: dayOf(policy) ?? of.at,
    asOf: of.at,
    inForce: isInForce(policy),
    expiresOn: policy.expiresOn,
    text: plainText(policy.body).slice(0, MAX_TEXT),
    numbers: { own: numberTokens(docNumber), named: numberTokens(policy.body) },
  };
}

const isInForce = ({ validity }: PolicySnapshot): boolean => validity !== '废止' && validity !== '失效';

function dayOf({ disclosedOn, signedOn, effectiveOn }: PolicySnapshot): number | null {
  const day = disclosedOn ?? signedOn ?? effectiveOn;
  return day === null ? null : dayStart(day);
}

/** The day on which the last of them ends; null where one of them has no end. */
function lastDay(policies: readonly PolicySnapshot[]): string | null {
  const days = policies.map(({ expiresOn }) => expiresOn);
  if (days.some((day) => day === null)) return null;
  return days.sort().at(-1) ?? null;
}
