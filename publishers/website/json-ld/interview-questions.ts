import type { FAQPage, Question } from 'schema-dts';
import { readMarkdown } from '../../article/markdown';
import { plainText } from '../../article/plain-text';
import type { Content } from '../../content';

type Talk = NonNullable<Content['interview']>;

/**
 * The questions of an interview with their answers.
 *
 * `FAQPage` and not `QAPage`: the latter is for pages with a single question that readers answer, and here the body that
 * is asked answers, nobody else can. Vocabularies know no type for interviews; the page as a whole stays an `Article`.
 *
 * @returns undefined when nobody asked anything that was answered
 */
export function interviewQuestions({ people, turns }: Talk, url: string): FAQPage | undefined {
  const guests = new Set(people.filter(({ role }) => role === 'guest').map(({ id }) => id));
  const said = turns.map(({ speaker, text }, index) => ({
    byGuest: guests.has(speaker),
    anchor: `${url}#turn-${index + 1}`,
    text: plainText(readMarkdown(text, () => null, 'turn').blocks),
  }));
  const questions = said.flatMap((turn, index): Question[] => {
    if (turn.byGuest || !/[？?]/.test(turn.text)) return [];
    const rest = said.slice(index + 1);
    const end = rest.findIndex(({ byGuest }) => !byGuest);
    const answers = end === -1 ? rest : rest.slice(0, end);
    if (answers.length === 0) return [];
    return [
      {
        '@type': 'Question',
        name: turn.text,
        url: turn.anchor,
        acceptedAnswer: { '@type': 'Answer', text: answers.map(({ text }) => text).join('\n') },
      },
    ];
  });
  return questions.length === 0 ? undefined : { '@type': 'FAQPage', url, mainEntity: questions };
}
