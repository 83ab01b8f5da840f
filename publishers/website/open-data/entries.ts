import { z } from 'zod';
import { readMarkdown } from '../../article/markdown';
import { plainText } from '../../article/plain-text';
import { ASPECTS, policySnapshot } from '../../content';
import type { Content, PolicySnapshot } from '../../content';
import { chinaIso } from '../china-time';
import type { Frame } from '../frame';
import { card, explainerPath, policyPath } from '../state/card';
import type { Card } from '../state/card';
import type { ExplainerRecord, PolicyRecord } from './records';

/* Records as the state keeps them: without the address of the site, which may change. */

export const explainerEntry = card.extend({
  policies: z.array(z.object({ id: z.string(), number: z.string(), title: z.string() })),
  aspects: z.record(z.enum(ASPECTS), z.string()),
});
export type ExplainerEntry = z.infer<typeof explainerEntry>;

export const entryOf = (shown: Card, { policies, aspects }: Pick<Content, 'policies' | 'aspects'>): ExplainerEntry => ({
  ...shown,
  policies: policies.map(({ id, docNumber, title }) => ({ id, number: docNumber, title })),
  aspects: {
    background: words(aspects.background),
    basis: words(aspects.basis),
    intent: words(aspects.intent),
    implementation: words(aspects.implementation),
  },
});

const words = (markdown: string): string => plainText(readMarkdown(markdown, () => null, 'data').blocks);

export function explainerRecordOf({ siteUrl }: Frame, entry: ExplainerEntry): ExplainerRecord {
  const { id, form, title, summary, category, keywords, audiences, policies, aspects, source } = entry;
  return {
    id,
    url: `${siteUrl}${explainerPath(id)}`,
    form,
    title,
    summary,
    category,
    keywords,
    audiences,
    policies: policies.map((policy) => ({ ...policy, url: `${siteUrl}${policyPath(policy.id)}` })),
    ...aspects,
    source,
    publishedAt: chinaIso(entry.publishedAt),
    updatedAt: entry.updatedAt && chinaIso(entry.updatedAt),
  };
}

export const policyEntry = policySnapshot.omit({ body: true }).extend({
  /** When it came to the site; orders the list. */
  publishedAt: z.iso.datetime(),
});
export type PolicyEntry = z.infer<typeof policyEntry>;

export function policyEntryOf({ body: _body, ...policy }: PolicySnapshot, publishedAt: string): PolicyEntry {
  return { ...policy, publishedAt };
}

export function policyRecordOf(
  { siteUrl }: Frame,
  { publishedAt: _at, docNumber, ...entry }: PolicyEntry,
): PolicyRecord {
  const { id, title, ...facts } = entry;
  return { id, url: `${siteUrl}${policyPath(id)}`, title, number: docNumber, ...facts };
}
