/** What a version contains: the frozen content of an explainer, of its policies and of every file it uses. */
import { z } from 'zod';

export const FORMS = ['text', 'image', 'video', 'interview'] as const;
export type Form = (typeof FORMS)[number];
export const FORM_TITLES: Readonly<Record<Form, string>> = {
  text: '文字',
  image: '图解',
  video: '视频',
  interview: '访谈',
};

export const CATEGORIES = [
  'education',
  'health',
  'transport',
  'employment',
  'social-security',
  'housing',
  'business',
] as const;
export type Category = (typeof CATEGORIES)[number];
export const CATEGORY_TITLES: Readonly<Record<Category, string>> = {
  education: '教育',
  health: '医疗卫生',
  transport: '交通',
  employment: '就业',
  'social-security': '社保',
  housing: '住房',
  business: '企业服务',
};

/** The aspects that every explainer must answer, in the order in which readers see them. */
export const ASPECTS = ['background', 'basis', 'intent', 'implementation'] as const;
export type Aspect = (typeof ASPECTS)[number];
export const ASPECT_TITLES: Readonly<Record<Aspect, string>> = {
  background: '制定背景',
  basis: '政策依据',
  intent: '出台意图',
  implementation: '实施路径',
};

export const VALIDITIES = ['现行有效', '尚未施行', '已修改', '部分失效', '废止', '失效'] as const;

/** A file as signed. `sha256` is lower-case hex over its bytes; sizes in pixels and bytes; duration in seconds. */
export const mediaRef = z.object({
  id: z.string(),
  /** The address by which Markdown refers to it, as given by the media API. */
  url: z.string(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  mime: z.string(),
  name: z.string(),
  bytes: z.number().int().nonnegative(),
  width: z.number().int().positive().nullable(),
  height: z.number().int().positive().nullable(),
  duration: z.number().positive().nullable(),
  alt: z.string(),
  /** The point that must stay in sight when the picture is cut, in parts of width and height; absent = nobody marked one. */
  focus: z.object({ x: z.number().min(0).max(1), y: z.number().min(0).max(1) }).optional(),
});
export type MediaRef = z.infer<typeof mediaRef>;

/** `YYYY-MM-DD`, a calendar day in China. */
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

export const policySnapshot = z.object({
  id: z.string(),
  title: z.string(),
  docNumber: z.string(),
  issuers: z.array(z.string()),
  genre: z.string().nullable(),
  signedOn: day.nullable(),
  disclosedOn: day.nullable(),
  effectiveOn: day.nullable(),
  expiresOn: day.nullable(),
  validity: z.enum(VALIDITIES),
  /** Markdown or plain text of the document; clauses begin with 第…条. */
  body: z.string(),
  sourceUrl: z.string().nullable(),
});
export type PolicySnapshot = z.infer<typeof policySnapshot>;

export const interviewPerson = z.object({
  id: z.string(),
  name: z.string(),
  title: z.string(),
  role: z.enum(['host', 'guest', 'citizen']),
});
export const interviewTurn = z.object({
  /** Id of a person. */
  speaker: z.string(),
  /** Markdown. */
  text: z.string(),
  /** When it was said, an instant with offset; null when unknown. */
  at: z.string().nullable(),
  /** Seconds into the recording; null where there is none. */
  mediaTime: z.number().nonnegative().nullable(),
});

export const content = z.object({
  form: z.enum(FORMS),
  title: z.string(),
  subtitle: z.string().nullable(),
  /** The answer in a sentence or two: what a reader must know if nothing else is read. */
  summary: z.string(),
  category: z.enum(CATEGORIES),
  keywords: z.array(z.string()),
  audiences: z.array(z.string()),
  policies: z.array(policySnapshot),
  /** Markdown each. */
  aspects: z.object({ background: z.string(), basis: z.string(), intent: z.string(), implementation: z.string() }),
  /** Who is affected, what changes, what to do: plain text, each may be empty. */
  impact: z.object({ who: z.string(), changes: z.string(), action: z.string() }),
  /** Old against new. */
  differences: z.array(z.object({ item: z.string(), before: z.string(), after: z.string() })),
  glossary: z.array(z.object({ term: z.string(), meaning: z.string() })),
  /** Markdown; pictures are addresses that `media` knows. */
  body: z.string(),
  cover: mediaRef.nullable(),
  images: z.array(z.object({ media: mediaRef, caption: z.string(), longDescription: z.string() })),
  video: z
    .object({
      media: mediaRef,
      poster: mediaRef.nullable(),
      /** WebVTT. */
      captions: z.string(),
      transcript: z.string(),
      /** `at` in seconds. */
      chapters: z.array(z.object({ at: z.number().nonnegative(), title: z.string() })),
    })
    .nullable(),
  interview: z
    .object({ people: z.array(interviewPerson), turns: z.array(interviewTurn), recording: mediaRef.nullable() })
    .nullable(),
  /** Every picture that Markdown fields refer to. */
  media: z.array(mediaRef),
  source: z.string(),
  author: z.string(),
  responsibleEditor: z.string(),
  contact: z.string(),
  /** 更正说明: what this version puts right of an earlier one; absent = nothing. */
  correction: z.string().optional(),
  /** Whether AI took part in making it; readers are told. */
  aiDisclosure: z.enum(['none', 'assisted', 'generated']),
});
export type Content = z.infer<typeof content>;
