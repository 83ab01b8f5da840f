import type { Article } from '../../article/article';
import { termAnchor } from './terms';

export function Glossary({ article }: { readonly article: Article }) {
  if (article.glossary.length === 0) return null;
  return (
    <section class="chapter glossary" id="glossary" aria-labelledby="glossary-title">
      <h2 id="glossary-title">名词解释</h2>
      <dl>
        {article.glossary.map(({ term, meaning }, index) => (
          <div key={termAnchor(index)} id={termAnchor(index)}>
            <dt>{term}</dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
