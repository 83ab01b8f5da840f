import { escapeHtml } from '../../article/escape-html';
import type { Article } from '../../article/article';
import { lines, type Page } from './page';

const AI_NOTICE: Readonly<Record<Article['aiDisclosure'], string>> = {
  none: '',
  assisted: '本文在人工智能辅助下制作，内容经人工审核。',
  generated: '本文含人工智能生成的内容，已经人工审核。',
};

/** Who wrote it, who answers for it, whom to ask; and, by law, whether AI took part. */
export function credits({ article, style }: Page): string {
  const { source, author, responsibleEditor, contact } = article.credits;
  const people = [named('作者', author), named('责任编辑', responsibleEditor)].filter((text) => text !== '');
  const paragraphs = [
    named('来源', source),
    people.join('　'),
    contact.trim() === '' ? '' : `咨询：${lines(contact)}`,
    AI_NOTICE[article.aiDisclosure],
  ].filter((text) => text !== '');
  const [first, ...rest] = paragraphs.map((text) => `<p style="${style.small}">${text}</p>`);
  return first === undefined ? '' : `<hr style="${style.rule}">${first}${rest.join('')}`;
}

const named = (label: string, name: string): string =>
  name.trim() === '' ? '' : `${label}：${escapeHtml(name.trim())}`;
