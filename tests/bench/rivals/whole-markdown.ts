import { ASPECTS, ASPECT_TITLES } from '../../../publishers/content';
import type { Content } from '../../../publishers/contract';

/** As wide as a character, which Markdown does not trim. */
const GAP = '\u3000';

/**
 * A whole explainer as one Markdown text: what somebody would write who has only a Markdown renderer, with the same
 * words in the same order as our article has them.
 */
export function wholeMarkdown(content: Content): string {
  const { impact, interview, video } = content;
  const cards = [
    ['谁受影响', impact.who],
    ['变了什么', impact.changes],
    ['怎么办', impact.action],
  ].filter(([, text]) => text !== '');
  return [
    content.subtitle ?? '',
    `> **一句话看懂**\n>\n> ${content.summary}`,
    ...cards.map(([title = '', text = '']) => `**${title}**${GAP}${text}`),
    ...(video ? videoPart(video) : []),
    ...(interview ? interviewPart(interview) : []),
    ...differencesPart(content),
    ...ASPECTS.map((aspect) => `## ${ASPECT_TITLES[aspect]}\n\n${content.aspects[aspect]}`),
    content.body,
    ...(content.glossary.length === 0 ? [] : ['## 名词解释']),
    ...content.glossary.map(({ term, meaning }) => `**${term}**${GAP}${meaning}`),
    '## 政策文件',
    ...content.policies.map(policy),
    '---',
    `来源：${content.source}`,
    `作者：${content.author}${GAP}责任编辑：${content.responsibleEditor}`,
    `咨询：${content.contact}`,
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

const videoPart = ({ poster, chapters, transcript }: NonNullable<Content['video']>): readonly string[] => [
  poster ? `![${poster.alt}](${poster.url} "视频请点文末“阅读原文”观看")` : '',
  '## 看点',
  ...chapters.map(({ at, title }) => `- ${Math.floor(at / 60)}:${String(at % 60).padStart(2, '0')} ${title}`),
  '## 文字稿',
  transcript.replaceAll('\n', '\n\n'),
];

function interviewPart({ people, turns }: NonNullable<Content['interview']>): readonly string[] {
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return [
    '## 访谈人物',
    ...people.map(({ name, title }) => `**${name}**${GAP}${title}`),
    '## 访谈实录',
    ...turns.flatMap(({ speaker, text }) => [`**${names.get(speaker) ?? ''}**`, text]),
  ];
}

function differencesPart({ differences }: Content): readonly string[] {
  if (differences.length === 0) return [];
  const rows = differences.map(({ item, before, after }) => `| ${item} | ${before} | **${after}** |`);
  return ['## 新旧对照', ['| 事项 | 原来 | 现在 |', '| --- | --- | --- |', ...rows].join('\n')];
}

const policy = ({ title, docNumber, issuers, validity, sourceUrl }: Content['policies'][number]): string => {
  const name = `《${title}》`;
  return `**${sourceUrl === null ? name : `[${name}](${sourceUrl})`}**\n\n${[docNumber, issuers.join('、'), validity].filter(Boolean).join(' · ')}`;
};
