import { ASPECTS } from '../content';
import type { Content } from '../content';
import { problem } from '../problems';
import type { Problem } from '../problems';
import { readMarkdown } from './markdown';
import type { Finding } from './markdown';
import { pictureIndex } from './pictures';

/** What is wrong inside the Markdown fields: pictures nobody uploaded, links nobody may follow, pasted HTML. */
export function checkMarkdown(content: Content): readonly Problem[] {
  const pictures = pictureIndex(content.media);
  return markdownFields(content).flatMap(([field, source]) => {
    const { findings } = readMarkdown(source, pictures, field);
    return findings.map((finding) => toProblem(finding, field));
  });
}

const markdownFields = (content: Content): readonly (readonly [field: string, source: string])[] => [
  ...ASPECTS.map((aspect) => [`aspects.${aspect}`, content.aspects[aspect]] as const),
  ['body', content.body],
  ...(content.interview?.turns ?? []).map((turn, index) => [`interview.turns.${index}.text`, turn.text] as const),
];

function toProblem({ type, detail }: Finding, field: string): Problem {
  switch (type) {
    case 'unknown-picture':
      return problem('content.picture-unknown', { address: detail }, field);
    case 'picture-without-words':
      return problem('content.alt-missing', { name: detail }, field);
    case 'unsafe-link':
      return problem('content.link-unsafe', { address: detail }, field);
    case 'html':
      return problem('content.html', { source: detail }, field);
    case 'too-deep':
      return problem('content.too-deep', {}, field);
  }
}
