import { z } from 'zod';
import { CATEGORIES, FORMS, VALIDITIES } from '../../content';

/** What lists, feeds and policy pages show of an explainer. */
export const card = z.object({
  /** Id of the explainer. */
  id: z.string(),
  form: z.enum(FORMS),
  category: z.enum(CATEGORIES),
  title: z.string(),
  summary: z.string(),
  keywords: z.array(z.string()),
  audiences: z.array(z.string()).default([]),
  source: z.string(),
  /** First publication; never changes. */
  publishedAt: z.iso.datetime(),
  /** When a later version went out; null while the first one is live. */
  updatedAt: z.iso.datetime().nullable(),
  /** Of the documents that it explains, where not all are plainly in force. */
  validity: z.enum(VALIDITIES).optional(),
});

export type Card = z.infer<typeof card>;

/** From the root of the site, and the same in every channel for ever. */
export const explainerPath = (id: string): string => `/explainers/${id}/`;
export const policyPath = (id: string): string => `/policies/${id}/`;
export const policyListPath = (id: string, page: number): string => `/policies/${id}/explainers/${page}/`;
export const topicPath = (category: string, page?: number): string =>
  page === undefined ? `/topics/${category}/` : `/topics/${category}/${page}/`;
