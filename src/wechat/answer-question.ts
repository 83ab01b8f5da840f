import type { Account } from '../../publishers/contract';
import type { Reply } from '../../publishers/wechat/callback/reply';
import { siteOf } from '../../publishers/website/settings';
import type { ExplainerHit, Found, NearHit } from '../site/search/find-explainers';
import { plainWords, textLink } from './text-parts';

export interface Answer {
  readonly reply: Reply;
  /** The explainer that stands first in it; null where there is none. */
  readonly explainer: string | null;
  /** Whether that contains what was asked for, or is only the nearest. */
  readonly fits: boolean;
}

/** Explainers in one answer. */
const LISTED = 5;
const NEAR = 3;
/** What the platform takes of a text, bytes. */
const MAX_BYTES = 2_048;
/** Characters. */
const QUOTED = 30;
const DESCRIBED = 80;

/** The best matching explainers: one as a card, several as links; where there is none, a way to go on. */
export function answerQuestion(website: Account, question: string, found: Found): Answer {
  const { hits, fits, near } = found;
  const [best] = hits;
  if (!best) return nothingFound(website, question, near.filter(isNear).slice(0, NEAR));
  if (!fits) return nothingFound(website, question, hits.slice(0, NEAR));
  if (found.total === 1) return { explainer: best.explainer, fits: true, reply: card(website, best) };
  const head = `找到 ${found.total} 篇解读：`;
  const reply = fitting(website, head, hits.slice(0, LISTED), searchLink(website, question, '在网站看全部结果'));
  return { explainer: best.explainer, fits: true, reply };
}

/** Below this, what an explainer has in common with a question is chance. Tried with questions to the demo's site. */
const LIKE_ENOUGH = 0.25;
const isNear = ({ likeness }: NearHit): boolean => likeness >= LIKE_ENOUGH;

function nothingFound(website: Account, question: string, near: readonly ExplainerHit[]): Answer {
  const [first] = near;
  const onSite = searchLink(website, question, '到网站查找');
  if (first) {
    return {
      explainer: first.explainer,
      fits: false,
      reply: fitting(website, '这几篇解读可能和您问的有关：', near, onSite),
    };
  }
  const asked = question === '' ? '这个问题' : `“${plainWords(question, QUOTED)}”`;
  const text = `还没有找到解读${asked}的文章。换个说法再问一次，或${onSite}。\n\n问题已经记下，不含您的身份；问的人多，我们会补写。`;
  return { explainer: null, fits: false, reply: { kind: 'text', text } };
}

const card = (website: Account, hit: ExplainerHit): Reply => ({
  kind: 'card',
  title: plainWords(hit.title, 64),
  description: plainWords(hit.summary, DESCRIBED),
  url: website.siteUrl + hit.href,
});

/** As many of the explainers as the platform takes. */
function fitting(website: Account, head: string, hits: readonly ExplainerHit[], end: string): Reply {
  const lines = hits.map(({ title, href }, index) => `${index + 1}. ${textLink(website.siteUrl + href, title)}`);
  const text = `${head}\n\n${lines.join('\n')}\n\n${end}`;
  if (Buffer.byteLength(text) <= MAX_BYTES || hits.length === 0) return { kind: 'text', text };
  return fitting(website, head, hits.slice(0, -1), end);
}

const searchLink = ({ siteUrl }: Account, question: string, words: string): string =>
  textLink(`${siteUrl}/search?q=${encodeURIComponent(question)}`, words);

/** What somebody reads who has just followed the account. */
export function welcome(website: Account): Reply {
  const { name, description, questions } = siteOf(website);
  const examples = questions.slice(0, 3).map((question) => `· ${searchLink(website, question, question)}`);
  const text = `您好，这里是${plainWords(name, QUOTED)}。${description}\n\n直接发来一句话就能提问，大家常问：\n${examples.join('\n')}`;
  return { kind: 'text', text };
}

/** To a picture, a recording or a place. */
export function onlyWords(website: Account): Reply {
  const [example = '门诊怎么报销'] = siteOf(website).questions;
  return { kind: 'text', text: `目前只能看懂文字。请用一句话写下您想了解的事，例如：${example}` };
}
