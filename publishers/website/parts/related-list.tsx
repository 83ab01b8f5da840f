import { CATEGORY_TITLES, FORM_TITLES } from '../../content';
import type { Category } from '../../content';
import { explainerPath, topicPath } from '../state/card';
import type { Related } from '../state/related';
import { Phrases } from './phrases';

/** What to read next; the first explainer of its kind leads to the list in which later ones will stand. */
export function RelatedList({
  related,
  category,
}: {
  readonly related: readonly Related[];
  readonly category: Category;
}) {
  return (
    <section class="related" aria-labelledby="related-title">
      <h2 id="related-title">接着看</h2>
      {related.length > 0 && (
        <ul>
          {related.map(({ id, form, title, because }) => (
            <li key={id}>
              <a class="phrases" href={explainerPath(id)}>
                <Phrases text={title} />
              </a>
              <span class="related-why">
                {FORM_TITLES[form]}
                {because === 'policy' && '，解读同一份文件'}
              </span>
            </li>
          ))}
        </ul>
      )}
      <p class="related-all">
        <a href={topicPath(category)}>{CATEGORY_TITLES[category]}方面的全部解读</a>
      </p>
    </section>
  );
}
