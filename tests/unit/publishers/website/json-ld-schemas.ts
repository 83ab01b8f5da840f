import { z } from 'zod';

/*
 * What Google and schema.org demand of each type; strict, so that a property that we misspell is no optional one left out.
 * https://developers.google.com/search/docs/appearance/structured-data/search-gallery
 */

const absolute = z.url({ protocol: /^https?$/, hostname: z.regexes.domain });
/** With the offset, because a search engine cannot guess the zone. */
const instant = z.iso.datetime({ offset: true, local: false }).refine((text) => !text.endsWith('Z'), 'offset of China');
const day = z.iso.date();
const words = z.string().trim().min(1);
const language = z.literal('zh-Hans');
const reference = z.strictObject({ '@id': absolute });

const body = z.strictObject({
  '@type': z.literal('GovernmentOrganization'),
  '@id': absolute.optional(),
  name: words,
  url: absolute.optional(),
});
const publisher = body.required();
const person = z.strictObject({ '@type': z.literal('Person'), name: words, jobTitle: words.optional() });

const legislation = z.strictObject({
  '@type': z.literal('Legislation'),
  '@id': absolute,
  name: words,
  legislationIdentifier: z.string(),
  legislationType: words.optional(),
  legislationDate: day.optional(),
  datePublished: day.optional(),
  legislationDateOfApplicability: day.optional(),
  expires: day.optional(),
  legislationLegalForce: z.enum(
    ['InForce', 'NotInForce', 'PartiallyInForce'].map((name) => `https://schema.org/${name}`),
  ),
  legislationPassedBy: z.array(body).min(1),
  inLanguage: language,
  url: absolute,
  sameAs: absolute.optional(),
});

const article = z.strictObject({
  '@type': z.literal('Article'),
  '@id': absolute,
  headline: words,
  alternativeHeadline: words.optional(),
  abstract: words,
  inLanguage: language,
  url: absolute,
  mainEntityOfPage: absolute,
  datePublished: instant,
  dateModified: instant,
  articleSection: words,
  keywords: words.optional(),
  image: absolute.optional(),
  author: z.union([publisher, person]),
  contributor: z.array(person),
  publisher,
  sourceOrganization: body.optional(),
  isAccessibleForFree: z.literal(true),
  audience: z.array(z.strictObject({ '@type': z.literal('Audience'), audienceType: words })),
  isBasedOn: z.array(legislation),
});

const videoObject = z.strictObject({
  '@type': z.literal('VideoObject'),
  name: words,
  description: words,
  thumbnailUrl: absolute,
  uploadDate: instant,
  contentUrl: absolute,
  duration: z.iso.duration(),
  inLanguage: language,
  transcript: words.optional(),
  hasPart: z.array(
    z
      .strictObject({
        '@type': z.literal('Clip'),
        name: words,
        startOffset: z.number().nonnegative(),
        endOffset: z.number().positive(),
        url: absolute,
      })
      .refine(({ startOffset, endOffset }) => startOffset < endOffset),
  ),
});

const faqPage = z.strictObject({
  '@type': z.literal('FAQPage'),
  url: absolute,
  mainEntity: z
    .array(
      z.strictObject({
        '@type': z.literal('Question'),
        name: words,
        url: absolute,
        acceptedAnswer: z.strictObject({ '@type': z.literal('Answer'), text: words }),
      }),
    )
    .min(1),
});

const liveBlogPosting = z.strictObject({
  '@type': z.literal('LiveBlogPosting'),
  '@id': absolute,
  url: absolute,
  headline: words,
  inLanguage: language,
  keywords: words,
  datePublished: instant.optional(),
  dateModified: instant.optional(),
  coverageStartTime: instant.optional(),
  coverageEndTime: instant.optional(),
  author: body,
  publisher,
  about: reference.optional(),
  liveBlogUpdate: z.array(
    z.strictObject({
      '@type': z.literal('BlogPosting'),
      headline: words,
      url: absolute,
      datePublished: instant,
      articleBody: words,
    }),
  ),
});

/** Positions count from one, without a gap. */
const inOrder = (items: readonly { readonly position: number }[]): boolean =>
  items.every(({ position }, index) => position === index + 1);
const listItem = { '@type': z.literal('ListItem'), position: z.number().int().positive(), name: words };

const breadcrumbList = z.strictObject({
  '@type': z.literal('BreadcrumbList'),
  itemListElement: z
    .array(z.strictObject({ ...listItem, item: absolute }))
    .min(2)
    .refine(inOrder),
});

const collectionPage = z.strictObject({
  '@type': z.literal('CollectionPage'),
  name: words,
  url: absolute,
  inLanguage: language,
  publisher,
  mainEntity: z
    .strictObject({
      '@type': z.literal('ItemList'),
      numberOfItems: z.number().int().nonnegative(),
      itemListElement: z.array(z.strictObject({ ...listItem, url: absolute })).refine(inOrder),
    })
    .refine(({ numberOfItems, itemListElement }) => numberOfItems === itemListElement.length),
});

const webSite = z.strictObject({
  '@type': z.literal('WebSite'),
  '@id': absolute,
  name: words,
  description: words,
  url: absolute,
  inLanguage: language,
  publisher,
  potentialAction: z.strictObject({
    '@type': z.literal('SearchAction'),
    target: z.strictObject({
      '@type': z.literal('EntryPoint'),
      urlTemplate: z.string().regex(/^https:\/\/[^{}]+\{search_term_string\}$/),
    }),
    'query-input': z.literal('required name=search_term_string'),
  }),
});

/** Any thing that the site speaks of. */
export const thing = z.discriminatedUnion('@type', [
  article,
  videoObject,
  faqPage,
  liveBlogPosting,
  legislation,
  breadcrumbList,
  collectionPage,
  webSite,
]);
export type Fact = z.infer<typeof thing>;

const context = { '@context': z.literal('https://schema.org') };
const graph = z.strictObject({ ...context, '@graph': z.array(z.unknown()).min(1) });
const single = z.looseObject({ ...context, '@type': z.string() });

/** What the JSON-LD of a page says. @throws where it says less than it must, or says it wrongly */
export function factsOf(html: string): readonly Fact[] {
  return [...html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)].flatMap(([, json = '']) => {
    const read = z.union([graph, single]).parse(JSON.parse(json));
    if ('@graph' in read) return (read['@graph'] as unknown[]).map((one) => thing.parse(one));
    const { '@context': _context, ...one } = read;
    return [thing.parse(one)];
  });
}
