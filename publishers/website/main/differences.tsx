import type { Article } from '../../article/article';
import { changedWords } from './changed-words';
import type { Run } from './changed-words';

/** Old against new, changed words marked. Cells carry their heading, because phones show them stacked. */
export function Differences({ article }: { readonly article: Article }) {
  if (article.differences.length === 0) return null;
  return (
    <section class="chapter" id="differences" aria-labelledby="differences-title">
      <h2 id="differences-title">新旧对照</h2>
      <table class="differences">
        <thead>
          <tr>
            <th scope="col">事项</th>
            <th scope="col">原来</th>
            <th scope="col">现在</th>
          </tr>
        </thead>
        <tbody>
          {article.differences.map((row, index) => {
            const words = changedWords(row.before, row.after);
            return (
              <tr key={index}>
                <th scope="row">{row.item}</th>
                <td class="before" data-label="原来">
                  <Wording runs={isReplaced(words.before) ? [{ text: row.before, changed: false }] : words.before} />
                </td>
                <td class="after" data-label="现在">
                  <Wording runs={words.after} />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

/** An old wording of which less than this part is left has been replaced as a whole: to strike all of it out hides it. */
const KEPT = 0.3;

function isReplaced(runs: readonly Run[]): boolean {
  const length = (part: readonly Run[]): number => part.reduce((sum, { text }) => sum + text.length, 0);
  return length(runs.filter(({ changed }) => !changed)) < KEPT * length(runs);
}

function Wording({ runs }: { readonly runs: readonly Run[] }) {
  return (
    <span>
      {runs.length === 0
        ? '无'
        : runs.map((run, index) => (run.changed ? <mark key={index}>{run.text}</mark> : run.text))}
    </span>
  );
}
