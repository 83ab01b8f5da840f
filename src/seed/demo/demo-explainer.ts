import type { Content } from '../../../publishers/content';

/** Fields that every explainer of the demo data states itself. */
type Stated = Pick<
  Content,
  | 'form'
  | 'title'
  | 'summary'
  | 'category'
  | 'keywords'
  | 'audiences'
  | 'aspects'
  | 'impact'
  | 'body'
  | 'source'
  | 'author'
  | 'responsibleEditor'
  | 'contact'
> & {
  readonly key: string;
  /** Keys of policies. */
  readonly policies: readonly string[];
};

/** Media are file names in `MEDIA_DIR_RELATIVE`, described in media.ts; the seeder uploads them and puts ids in their place. */
interface Optional {
  readonly subtitle: string | null;
  readonly differences: Content['differences'];
  readonly glossary: Content['glossary'];
  readonly cover: string | null;
  readonly images: readonly { readonly media: string; readonly caption: string; readonly longDescription: string }[];
  readonly video:
    | (Omit<NonNullable<Content['video']>, 'media' | 'poster'> & { readonly media: string; readonly poster: string })
    | null;
  /** What its first version had wrong: `wrong` stood in the text where `right` stands now. */
  readonly corrected: { readonly note: string; readonly wrong: string; readonly right: string } | null;
  readonly interview: (Omit<NonNullable<Content['interview']>, 'recording'> & { readonly recording: null }) | null;
}

/**
 * An explainer of the demo data: the body of `POST /api/v1/explainers` with keys where that has ids. Pictures inside
 * Markdown are written `![alt](demo-media:<file>)`; the seeder replaces the address.
 */
export type DemoExplainer = Stated & Optional & { readonly aiDisclosure: 'none' };

const ABSENT: Optional = {
  subtitle: null,
  differences: [],
  glossary: [],
  cover: null,
  images: [],
  video: null,
  corrected: null,
  interview: null,
};

/** Fills in what an explainer does not have. */
export function demoExplainer(fields: Stated & Partial<Optional>): DemoExplainer {
  return { ...ABSENT, ...fields, aiDisclosure: 'none' };
}
