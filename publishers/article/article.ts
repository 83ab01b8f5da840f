/** A version as readers meet it, on whatever channel: ordered, read from Markdown, without any looks. */
import { ASPECTS, ASPECT_TITLES } from '../content';
import type { Category, Content, Form, PolicySnapshot } from '../content';
import type { MediaRef, Version } from '../contract';
import type { Block, Inline } from './blocks';
import { chineseNumber } from './chinese-number';
import { readMarkdown } from './markdown';
import { pictureIndex } from './pictures';
import { splitSections } from './split-sections';

/** A numbered part: the four aspects first, then one for each heading of the second level in the body. */
export interface Chapter {
  /** Anchor on a page: `background`, `basis`, `intent`, `implementation`, `part-1` … */
  readonly id: string;
  /** 一, 二 … */
  readonly number: string;
  readonly title: string;
  /** The title with its emphasis and links. */
  readonly heading: readonly Inline[];
  readonly blocks: readonly Block[];
}

/** One of the three short answers; only those that staff filled in. */
export interface ImpactCard {
  readonly id: 'who' | 'changes' | 'action';
  readonly title: string;
  readonly text: string;
}

export interface Figure {
  readonly media: MediaRef;
  readonly alt: string;
  readonly caption: string;
  /** Everything that the picture says, for those who cannot see it. Plain text. */
  readonly longDescription: string;
}

export interface Speaker {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly role: 'host' | 'guest' | 'citizen';
}

export interface Turn {
  /** null where the content names nobody whom we know. */
  readonly speaker: Speaker | null;
  readonly blocks: readonly Block[];
  /** When it was said; null when unknown. */
  readonly at: string | null;
  /** Seconds into the recording; null where there is none. */
  readonly mediaTime: number | null;
}

export interface Interview {
  readonly people: readonly Speaker[];
  readonly turns: readonly Turn[];
  readonly recording: MediaRef | null;
}

export interface Credits {
  readonly source: string;
  readonly author: string;
  readonly responsibleEditor: string;
  readonly contact: string;
}

export interface Article {
  readonly explainer: string;
  readonly form: Form;
  readonly category: Category;
  readonly title: string;
  readonly subtitle: string | null;
  /** The answer in a sentence or two. */
  readonly lead: string;
  readonly impact: readonly ImpactCard[];
  /** What stands in the body before its first heading. */
  readonly opening: readonly Block[];
  readonly chapters: readonly Chapter[];
  readonly differences: Content['differences'];
  readonly glossary: Content['glossary'];
  readonly figures: readonly Figure[];
  readonly video: Content['video'];
  readonly interview: Interview | null;
  readonly policies: readonly PolicySnapshot[];
  readonly cover: MediaRef | null;
  readonly keywords: readonly string[];
  readonly audiences: readonly string[];
  readonly aiDisclosure: Content['aiDisclosure'];
  readonly credits: Credits;
}

/** Pure, and never throws for any content. */
export function toArticle(version: Version): Article {
  const { content } = version;
  return {
    explainer: version.explainer,
    form: content.form,
    category: content.category,
    title: content.title,
    subtitle: content.subtitle,
    lead: content.summary,
    impact: impactCards(content),
    ...chapters(content),
    differences: content.differences,
    glossary: content.glossary,
    figures: content.images.map((image) => ({ ...image, alt: image.media.alt })),
    video: content.video,
    interview: interview(content),
    policies: content.policies,
    cover: content.cover,
    keywords: content.keywords,
    audiences: content.audiences,
    aiDisclosure: content.aiDisclosure,
    credits: {
      source: content.source,
      author: content.author,
      responsibleEditor: content.responsibleEditor,
      contact: content.contact,
    },
  };
}

const IMPACT = [
  ['who', '谁受影响'],
  ['changes', '变了什么'],
  ['action', '怎么办'],
] as const;

const impactCards = (content: Content): readonly ImpactCard[] =>
  IMPACT.map(([id, title]) => ({ id, title, text: content.impact[id].trim() })).filter((card) => card.text !== '');

function chapters(content: Content): Pick<Article, 'opening' | 'chapters'> {
  const pictures = pictureIndex(content.media);
  const aspects = ASPECTS.map((aspect) => ({
    id: aspect,
    title: ASPECT_TITLES[aspect],
    heading: [{ type: 'text', text: ASPECT_TITLES[aspect] }] as const,
    blocks: readMarkdown(content.aspects[aspect], pictures, aspect).blocks,
  })).filter((chapter) => chapter.blocks.length > 0);
  const { opening, sections } = splitSections(readMarkdown(content.body, pictures, 'body').blocks);
  const parts = sections.map((section, index) => ({ id: `part-${index + 1}`, ...section }));
  return {
    opening,
    chapters: [...aspects, ...parts].map((chapter, index) => ({ ...chapter, number: chineseNumber(index + 1) })),
  };
}

function interview({ interview: source, media }: Content): Interview | null {
  if (!source) return null;
  const pictures = pictureIndex(media);
  const people = new Map(source.people.map((person) => [person.id, person]));
  return {
    people: source.people,
    recording: source.recording,
    turns: source.turns.map((turn, index) => ({
      speaker: people.get(turn.speaker) ?? null,
      blocks: readMarkdown(turn.text, pictures, `turn-${index + 1}`).blocks,
      at: turn.at,
      mediaTime: turn.mediaTime,
    })),
  };
}
