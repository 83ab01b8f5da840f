import type { Article } from '../../article/article';
import { semanticHtml } from '../../article/semantic-html';
import { annotate } from './annotate';
import { Contents } from './contents';
import type { Anchor } from './contents';
import { Differences } from './differences';
import { Glossary } from './glossary';
import { Html } from './html';
import { termsOf } from './terms';

/** The numbered chapters with their anchors: a list at the side, a bar on phones. */
export function Chapters({ article }: { readonly article: Article }) {
  const anchors: Anchor[] = [
    ...article.chapters.map(({ id, number, title }) => ({ id, number, title })),
    ...(article.differences.length > 0 ? [{ id: 'differences', number: '', title: '新旧对照' }] : []),
    ...(article.glossary.length > 0 ? [{ id: 'glossary', number: '', title: '名词解释' }] : []),
  ];
  const terms = termsOf(article);
  return (
    <div class="reading">
      {anchors.length > 1 && <Contents name="本文目录" anchors={anchors} />}
      <div class="chapters prose" data-listen>
        {article.opening.length > 0 && <Html class="opening" html={annotate(semanticHtml(article.opening), terms)} />}
        {article.chapters.map((chapter) => (
          <section key={chapter.id} class="chapter" id={chapter.id} aria-labelledby={`${chapter.id}-title`}>
            <h2 id={`${chapter.id}-title`}>
              <span class="chapter-number" aria-hidden="true">
                {chapter.number}
              </span>
              {chapter.title}
            </h2>
            <Html html={annotate(semanticHtml(chapter.blocks), terms)} />
          </section>
        ))}
        <Differences article={article} />
        <Glossary article={article} />
      </div>
    </div>
  );
}
