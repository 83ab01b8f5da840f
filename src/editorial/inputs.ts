import { z } from 'zod';
import { CATEGORIES, FORMS, VALIDITIES } from '../../publishers/content';
import { GENRES } from './policy-words';

/**
 * What the automation API takes, field by field. Strict: an unknown field is an error, because it is nearly always a
 * misspelt one whose content would be lost in silence.
 */
const day = z.iso.date();
const line = (max: number) => z.string().trim().max(max);
const prose = z.string().max(100_000);
const id = z.string().trim().min(1).max(64);

export const policyInput = z.strictObject({
  title: line(200).min(1),
  docNumber: line(80).optional(),
  issuers: z.array(line(80).min(1)).min(1).max(20),
  genre: z.enum(Object.values(GENRES)).optional(),
  signedOn: day.optional(),
  disclosedOn: day.optional(),
  effectiveOn: day.optional(),
  expiresOn: day.optional(),
  validity: z.enum(VALIDITIES).default('现行有效'),
  body: prose.default(''),
  sourceUrl: z
    .url({ protocol: /^https?$/ })
    .max(1_024)
    .optional(),
});
export type PolicyInput = z.infer<typeof policyInput>;

const image = z.strictObject({ media: id, caption: line(200).default(''), longDescription: prose.default('') });

const video = z.strictObject({
  media: id,
  poster: id.nullish(),
  captions: prose.default(''),
  transcript: prose.default(''),
  chapters: z
    .array(z.strictObject({ at: z.number().min(0), title: line(120).min(1) }))
    .max(100)
    .default([]),
});

const interview = z.strictObject({
  people: z
    .array(
      z.strictObject({
        id,
        name: line(60).min(1),
        title: line(120).default(''),
        role: z.enum(['host', 'guest', 'citizen']),
      }),
    )
    .max(30),
  turns: z
    .array(
      z.strictObject({
        speaker: id,
        text: prose.min(1),
        at: z.iso.datetime({ offset: true }).nullish(),
        mediaTime: z.number().min(0).nullish(),
      }),
    )
    .max(500),
  recording: id.nullish(),
});

const fields = {
  form: z.enum(FORMS),
  title: line(60).min(1),
  subtitle: line(60).nullable(),
  summary: line(500),
  category: z.enum(CATEGORIES),
  policies: z.array(id).max(20),
  keywords: z.array(line(30).min(1)).max(12),
  audiences: z.array(line(30).min(1)).max(20),
  aspects: z.strictObject({ background: prose, basis: prose, intent: prose, implementation: prose }).partial(),
  impact: z.strictObject({ who: line(500), changes: line(500), action: line(500) }).partial(),
  differences: z.array(z.strictObject({ item: line(200).min(1), before: line(1_000), after: line(1_000) })).max(50),
  glossary: z.array(z.strictObject({ term: line(60).min(1), meaning: line(500) })).max(50),
  body: prose,
  cover: id.nullable(),
  images: z.array(image).max(20),
  video: video.nullable(),
  interview: interview.nullable(),
  source: line(120),
  author: line(60),
  responsibleEditor: line(60),
  contact: line(255),
  correction: line(500),
  aiDisclosure: z.enum(['none', 'assisted', 'generated']),
};

const shape = z.strictObject(fields);

/** Drafts may be incomplete: only what makes an explainer an explainer is asked for; sign-off asks for the rest. */
export const explainerInput = shape.partial().required({ form: true, title: true, category: true });
export type ExplainerInput = z.infer<typeof explainerInput>;

export const explainerPatch = shape.partial().extend({ revision: z.number().int().min(1) });
export type ExplainerPatch = z.infer<typeof explainerPatch>;
