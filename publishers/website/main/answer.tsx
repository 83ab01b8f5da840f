import type { Article } from '../../article/article';
import { Annotated } from './annotated';

/** What a reader must know if nothing else is read. */
export function Answer({ article }: { readonly article: Article }) {
  return (
    <section class="answer" aria-labelledby="answer">
      <h2 id="answer">一句话看懂</h2>
      <Annotated text={article.lead} />
    </section>
  );
}

/** Who is affected, what changes, what to do: only those that staff filled in. */
export function Impact({ article }: { readonly article: Article }) {
  if (article.impact.length === 0) return null;
  return (
    <section class="impact" aria-label="和您有什么关系">
      {article.impact.map((card) => (
        <div key={card.id} class={`impact-card impact-${card.id}`}>
          <h2>{card.title}</h2>
          <Annotated text={card.text} />
        </div>
      ))}
    </section>
  );
}
