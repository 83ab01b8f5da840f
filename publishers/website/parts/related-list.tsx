import { FORM_TITLES } from '../../content';
import { explainerPath } from '../state/card';
import type { Related } from '../state/related';
import { Phrases } from './phrases';

/** What to read next. */
export function RelatedList({ related }: { readonly related: readonly Related[] }) {
  if (related.length === 0) return null;
  return (
    <section class="related" aria-labelledby="related-title">
      <h2 id="related-title">接着看</h2>
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
    </section>
  );
}
