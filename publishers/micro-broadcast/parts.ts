import type { Article, Figure, Turn } from '../article/article';
import { ASPECTS } from '../content';
import { clock } from '../website/china-time';
import { withoutTopics } from '../weibo/topics';
import { wholeSentences } from '../weibo/trim';
import { weiboLength } from '../weibo/length';
import { BROADCAST_LIMITS } from './limits';
import type { Part, Unit } from './part';
import { unitsOf, unitsOfText } from './units';

/** Room for hashtag and label in an update that must not be continued. */
const HEAD = 45;
/** A longer heading would be repeated at the cost of what it heads, so it is said once, as text. */
const LONGEST_LABEL = 24;

/**
 * What a broadcast of an explainer says, in order: what it is about, aspect by aspect, what changes, what the form adds
 * (pictures, chapters, questions and answers), what to do, where to read on. Every word is the explainer's own.
 */
export function partsOf(article: Article, canonicalUrl: string): Part[] {
  const aspects = article.chapters.filter(({ id }) => ASPECTS.some((aspect) => aspect === id));
  const others = article.chapters.filter((chapter) => !aspects.includes(chapter));
  const cover = article.cover ?? article.video?.poster ?? null;
  return [
    part('opening', '微直播', [...unitsOfText(article.title, cover ? [cover] : []), ...unitsOfText(article.lead)]),
    ...impact(article, 'who'),
    ...aspects.map((chapter) => part('point', chapter.title, unitsOf(chapter.blocks))),
    ...impact(article, 'changes'),
    ...article.differences.map(({ item, before, after }) =>
      part('change', item, [...unitsOfText(`原来：${before}`), ...unitsOfText(`现在：${after}`)]),
    ),
    part('point', '', unitsOf(article.opening)),
    ...others.map((chapter) => part('point', chapter.title, unitsOf(chapter.blocks))),
    ...article.figures.map(ofFigure),
    ...(article.video?.chapters ?? []).map(({ at, title }) => part('chapter', `视频 ${clock(at)}`, unitsOfText(title))),
    ...(article.interview?.turns ?? []).map(ofTurn),
    ...impact(article, 'action'),
    part('closing', '微直播结束', unitsOfText(`完整解读请看 ${canonicalUrl}`)),
  ].filter(({ units }) => units.length > 0);
}

function part(kind: Part['kind'], title: string, units: readonly Unit[], speaker: string | null = null): Part {
  const label = withoutTopics(title).trim();
  if (label.length <= LONGEST_LABEL) return { kind, label, speaker, units };
  return { kind, label: '', speaker, units: [...unitsOfText(`${label}：`), ...units] };
}

const impact = (article: Article, id: 'who' | 'changes' | 'action'): Part[] =>
  article.impact
    .filter((card) => card.id === id)
    .map(({ title, text }) => part(id === 'changes' ? 'change' : 'point', title, unitsOfText(text)));

/** A picture speaks for itself: one update, with as much of its description as fits. The page has the whole. */
function ofFigure({ media, caption, alt, longDescription }: Figure): Part {
  const words = [caption || alt, longDescription].filter((text) => text.trim() !== '').join('\n');
  const { text } = wholeSentences(words, (start) => weiboLength(start) <= BROADCAST_LIMITS.text - HEAD);
  return part('picture', '图解', unitsOfText(text || alt, [media]));
}

function ofTurn({ speaker, blocks }: Turn): Part {
  const answers = speaker?.role === 'guest';
  const [first, ...others] = unitsOf(blocks);
  const units = first ? [{ ...first, text: `${answers ? '答' : '问'}：${first.text}` }, ...others] : [];
  const name = speaker ? [speaker.name, speaker.title].filter((word) => word !== '').join(' ') : null;
  return part(answers ? 'answer' : 'question', '', units, name);
}
