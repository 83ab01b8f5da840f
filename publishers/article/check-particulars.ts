import { ASPECTS, ASPECT_TITLES } from '../content';
import type { Content } from '../content';
import { problem } from '../problems';
import type { Problem } from '../problems';
import { countCharacters } from './count-characters';
import { safeLink } from './safe-link';

/** In code points. The summary is what WeChat shows under the title: its limit is the platform's, for all channels. */
export const TITLE_LIMIT = 60;
export const SUMMARY_LIMIT = 128;

/** What every explainer must have, whatever its form. */
export function checkParticulars(content: Content): readonly Problem[] {
  return [
    ...length(content.title, 'title', TITLE_LIMIT),
    ...length(content.summary, 'summary', SUMMARY_LIMIT),
    ...ASPECTS.filter((aspect) => isBlank(content.aspects[aspect])).map((aspect) =>
      problem('content.aspect-missing', { aspect: ASPECT_TITLES[aspect] }, `aspects.${aspect}`),
    ),
    ...when(content.policies.length === 0, 'content.policy-missing', 'policies'),
    ...when(content.keywords.every(isBlank), 'content.keyword-missing', 'keywords'),
    ...when(isBlank(content.source), 'content.source-missing', 'source'),
    ...when(isBlank(content.responsibleEditor), 'content.editor-missing', 'responsibleEditor'),
    ...content.policies.flatMap(({ sourceUrl }, index) =>
      sourceUrl && safeLink(sourceUrl) === null
        ? [problem('content.link-unsafe', { address: sourceUrl }, `policies.${index}.sourceUrl`)]
        : [],
    ),
  ];
}

const isBlank = (text: string): boolean => text.trim() === '';

const when = (wrong: boolean, code: string, field: string): readonly Problem[] =>
  wrong ? [problem(code, {}, field)] : [];

function length(text: string, field: 'title' | 'summary', limit: number): readonly Problem[] {
  const count = countCharacters(text.trim());
  if (count === 0) return [problem(`content.${field}-missing`, { limit }, field)];
  return count > limit ? [problem(`content.${field}-too-long`, { count, limit }, field)] : [];
}
