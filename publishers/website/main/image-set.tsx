import type { Article, Figure } from '../../article/article';
import { placeholder } from './placeholder';

/**
 * One picture wide, the caption beneath it, everything that the picture says one tap away. Without a script the pictures
 * stand below each other and lead to their largest file; with it they can be swiped, turned by key and enlarged.
 */
export function ImageSet({ article }: { readonly article: Article }) {
  if (article.form !== 'image' || article.figures.length === 0) return null;
  const total = article.figures.length;
  return (
    <section class="gallery" aria-label={`图解，共 ${total} 张`} data-gallery>
      <div class="gallery-track" data-gallery-track>
        <ol>
          {article.figures.map((figure, index) => (
            <li key={figure.media.id} id={`picture-${index + 1}`}>
              <Picture figure={figure} number={index + 1} total={total} />
            </li>
          ))}
        </ol>
      </div>
    </section>
  );
}

function Picture(props: { readonly figure: Figure; readonly number: number; readonly total: number }) {
  const { figure, number, total } = props;
  return (
    <>
      <figure>
        <a class="gallery-zoom" href={placeholder(figure.media)} data-gallery-zoom>
          <img
            src={placeholder(figure.media)}
            alt={figure.alt}
            width={figure.media.width ?? undefined}
            height={figure.media.height ?? undefined}
            loading={number === 1 ? undefined : 'lazy'}
            fetchpriority={number === 1 ? 'high' : undefined}
            decoding={number === 1 ? undefined : 'async'}
          />
          <span class="visually-hidden">，放大查看</span>
        </a>
        <figcaption>
          <span class="gallery-number">
            {number} / {total}
          </span>
          {figure.caption}
        </figcaption>
      </figure>
      {figure.longDescription !== '' && (
        <details>
          <summary>看图中文字</summary>
          {figure.longDescription.split(/\n+/).map((line, index) => (
            <p key={index}>{line}</p>
          ))}
        </details>
      )}
    </>
  );
}
