import type { Article } from '../../article/article';
import { semanticHtml } from '../../article/semantic-html';
import { Differences } from './differences';
import { Glossary } from './glossary';
import { Html } from './html';

interface Anchor {
  readonly id: string;
  readonly number: string;
  readonly title: string;
}

/** The numbered chapters with their anchors: a list at the side, a bar on phones. */
export function Chapters({ article }: { readonly article: Article }) {
  const anchors: Anchor[] = [
    ...article.chapters.map(({ id, number, title }) => ({ id, number, title })),
    ...(article.differences.length > 0 ? [{ id: 'differences', number: '', title: '新旧对照' }] : []),
    ...(article.glossary.length > 0 ? [{ id: 'glossary', number: '', title: '名词解释' }] : []),
  ];
  return (
    <div class="reading">
      {anchors.length > 1 && <Contents anchors={anchors} />}
      <div class="chapters prose" data-listen>
        {article.opening.length > 0 && <Html class="opening" html={semanticHtml(article.opening)} />}
        {article.chapters.map((chapter) => (
          <section key={chapter.id} class="chapter" id={chapter.id} aria-labelledby={`${chapter.id}-title`}>
            <h2 id={`${chapter.id}-title`}>
              <span class="chapter-number" aria-hidden="true">
                {chapter.number}
              </span>
              {chapter.title}
            </h2>
            <Html html={semanticHtml(chapter.blocks)} />
          </section>
        ))}
        <Differences article={article} />
        <Glossary article={article} />
      </div>
    </div>
  );
}

function Contents({ anchors }: { readonly anchors: readonly Anchor[] }) {
  return (
    <nav class="contents" aria-label="本文目录" data-contents>
      <ol>
        {anchors.map((anchor) => (
          <li key={anchor.id}>
            <a href={`#${anchor.id}`}>
              {anchor.number !== '' && <span class="contents-number">{anchor.number}</span>}
              {anchor.title}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
