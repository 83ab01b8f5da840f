import type { Article } from '../../article/article';

export function Glossary({ article }: { readonly article: Article }) {
  if (article.glossary.length === 0) return null;
  return (
    <section class="chapter glossary" id="glossary" aria-labelledby="glossary-title">
      <h2 id="glossary-title">名词解释</h2>
      <dl>
        {article.glossary.map(({ term, meaning }) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
