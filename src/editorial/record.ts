import { z } from 'zod';
import { CATEGORIES, FORMS } from '../../publishers/content';
import { libraryFile } from './library';
import { GENRES, VALIDITY, wordOf } from './policy-words';

/** What has to be read with an explainer so that its content is complete. */
export const POPULATE = {
  policies: true,
  aspects: true,
  impact: true,
  differences: true,
  glossary: true,
  cover: true,
  images: { populate: { media: true } },
  video: { populate: { media: true, poster: true, chapters: true } },
  interview: { populate: { people: true, turns: true, recording: true } },
} as const;

const words = z
  .string()
  .nullish()
  .transform((value) => value ?? '');

/** Several short words in one field, as staff type them: 门诊、医保. */
const list = words.transform((value) =>
  value
    .split(/[、，,;；\n]/)
    .map((word) => word.trim())
    .filter((word) => word !== ''),
);

const day = z
  .string()
  .nullish()
  .transform((value) => value?.slice(0, 10) ?? null);

/** Strapi gives dates of components as Date or text, by database. */
const instant = z
  .union([z.string(), z.date()])
  .nullish()
  .transform((value) => (value == null ? null : new Date(value).toISOString()));

export const policyRecord = z.object({
  documentId: z.string(),
  title: words,
  docNumber: words,
  issuers: list,
  genre: z
    .string()
    .nullish()
    .transform((code) => wordOf(GENRES, code)),
  signedOn: day,
  disclosedOn: day,
  effectiveOn: day,
  expiresOn: day,
  validity: z
    .string()
    .nullish()
    .transform((code) => wordOf(VALIDITY, code) ?? '现行有效'),
  body: words,
  sourceUrl: z
    .string()
    .nullish()
    .transform((value) => value ?? null),
});
export type PolicyRecord = z.infer<typeof policyRecord>;

const aspects = z.object({ background: words, basis: words, intent: words, implementation: words });
const impact = z.object({ who: words, changes: words, action: words });
const NO_ASPECTS = { background: '', basis: '', intent: '', implementation: '' };
const NO_IMPACT = { who: '', changes: '', action: '' };

const rows = <T extends z.ZodType>(row: T) =>
  z
    .array(row)
    .nullish()
    .transform((value) => value ?? []);

/** An explainer as Strapi gives it with `POPULATE`, parsed: the working draft. */
export const explainerRecord = z.object({
  documentId: z.string(),
  revision: z
    .number()
    .nullish()
    .transform((value) => value ?? 1),
  form: z.enum(FORMS),
  title: words,
  subtitle: z
    .string()
    .nullish()
    .transform((value) => value ?? null),
  summary: words,
  category: z.enum(CATEGORIES),
  policies: rows(policyRecord),
  keywords: list,
  audiences: list,
  aspects: aspects.nullish().transform((value) => value ?? NO_ASPECTS),
  impact: impact.nullish().transform((value) => value ?? NO_IMPACT),
  differences: rows(z.object({ item: words, before: words, after: words })),
  glossary: rows(z.object({ term: words, meaning: words })),
  body: words,
  cover: libraryFile.nullish(),
  images: rows(z.object({ media: libraryFile.nullish(), caption: words, longDescription: words })),
  video: z
    .object({
      media: libraryFile.nullish(),
      poster: libraryFile.nullish(),
      captions: words,
      transcript: words,
      chapters: rows(z.object({ at: z.number(), title: words })),
    })
    .nullish(),
  interview: z
    .object({
      people: rows(z.object({ key: words, name: words, title: words, role: z.enum(['host', 'guest', 'citizen']) })),
      turns: rows(z.object({ speaker: words, text: words, at: instant, mediaTime: z.number().nullish() })),
      recording: libraryFile.nullish(),
    })
    .nullish(),
  source: words,
  author: words,
  responsibleEditor: words,
  contact: words,
  correction: words,
  aiDisclosure: z
    .enum(['none', 'assisted', 'generated'])
    .nullish()
    .transform((value) => value ?? 'none'),
});
export type ExplainerRecord = z.infer<typeof explainerRecord>;
