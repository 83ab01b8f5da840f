import type { Context } from '../context';
import { notFound, type Reply } from '../http/reply';
import type { Publication, PublishedArticle } from '../state';
import { SCREEN_NAME } from '../weibo/status-object';
import { pageReply } from './document';
import { pictureAddress, withLocalPictures } from './pictures';
import { PHONE_STYLE } from './style';
import { fullTimeText } from './time-text';
import { Comments, COMMENTS_STYLE } from './wechat-comments';
import { PhonePage } from './phone-page';

/** The article stays on white paper with dark ink in any colour scheme, as its own inline colours expect. */
const STYLE = `${PHONE_STYLE}
:root{color-scheme:light;--paper:#FBFAF6;--surface:#fff;--ink:#1C2A33;--muted:#55646E;--rule:#E3DFD5;--accent:#14527A;--soft:#E6EFF5;
--amber:#8A5A00;--amber-soft:#F7EEDB;--seal:#B3261E}
.bar{display:flex;align-items:center;height:44px;padding:0 8px;border-bottom:1px solid var(--rule)}
.bar a{padding:0 12px;line-height:44px;font-size:22px}
.bar span{flex:1;text-align:center;margin-right:40px;color:var(--muted);font-size:14px}
.piece{padding:20px 16px 32px}
.piece h1{font-size:22px;line-height:1.4;font-weight:600;margin-bottom:14px;overflow-wrap:anywhere;text-wrap:pretty}
.by{display:flex;flex-wrap:wrap;gap:0 12px;color:var(--muted);font-size:14px;margin-bottom:22px}
.by b{color:var(--accent);font-weight:400}
.content{font-size:17px;line-height:1.6;overflow-wrap:break-word;overflow-x:hidden;text-align:justify;isolation:isolate}
.content img{display:inline;height:auto;vertical-align:bottom}
.content p{margin:0}
.content a:not([href]){color:inherit}
.content ul{list-style:disc;padding-left:2em}.content ol{list-style:decimal;padding-left:2em}
.content table{border-collapse:collapse}
.foot{margin-top:28px;display:flex;justify-content:space-between;font-size:14px;color:var(--muted)}
.slides{display:flex;overflow-x:auto;scroll-snap-type:x mandatory;background:var(--soft)}
.slides figure{flex:0 0 100%;margin:0;scroll-snap-align:center;position:relative;display:grid;align-items:center}
.slides img{width:100%;max-height:520px;object-fit:contain}
.slides figcaption{position:absolute;right:12px;bottom:12px;background:rgb(16 24 29/.65);color:#fff;font-size:14px;line-height:24px;padding:0 10px;border-radius:12px}
.words{white-space:pre-wrap;line-height:1.75}
.gone{padding:120px 32px;text-align:center}.gone h1{font-size:18px;margin-bottom:8px}.gone p{color:var(--muted);font-size:14px}
${COMMENTS_STYLE}`;

export interface FoundArticle {
  readonly publication: Publication;
  readonly article: PublishedArticle;
}

export function findArticle(context: Context, slug: string): FoundArticle | null {
  for (const publication of context.store.state.publications) {
    const article = publication.articles.find((one) => one.slug === slug);
    if (article) return { publication, article };
  }
  return null;
}

/** One article as readers have it: the stored HTML, not the sent one. No script runs on this page. */
export function wechatArticle(context: Context, slug: string): Reply {
  const found = findArticle(context, slug);
  if (!found) return notFound;
  const { article } = found;
  return pageReply({
    title: article.title,
    style: STYLE,
    body: (
      <PhonePage bar={<span>{SCREEN_NAME}</span>}>
        {article.deleted ? (
          <Gone />
        ) : article.article_type === 'newspic' ? (
          <Pictures {...found} />
        ) : (
          <News {...found} />
        )}
        {!article.deleted && <Comments context={context} found={found} />}
      </PhonePage>
    ),
  });
}

function News({ article, publication }: FoundArticle) {
  return (
    <article class="piece">
      <h1>{article.title}</h1>
      <By article={article} at={publication.at} />
      <div class="content" dangerouslySetInnerHTML={{ __html: withLocalPictures(article.content) }} />
      <p class="foot">
        {article.content_source_url !== '' && (
          <a href={article.content_source_url} target="_blank" rel="noopener noreferrer">
            阅读原文
          </a>
        )}
        <span class="figures">阅读 0</span>
      </p>
    </article>
  );
}

function Pictures({ article, publication }: FoundArticle) {
  const { pictures } = article;
  return (
    <>
      <div class="slides" tabIndex={0} role="group" aria-label="图片，左右滑动">
        {pictures.map((key, index) => (
          <figure key={key}>
            <img src={pictureAddress(key)} alt={`第 ${index + 1} 张`} />
            <figcaption class="figures">{`${index + 1}/${pictures.length}`}</figcaption>
          </figure>
        ))}
      </div>
      <article class="piece">
        <h1>{article.title}</h1>
        <p class="words">{article.content}</p>
        <p class="foot">
          <time>{fullTimeText(publication.at)}</time>
        </p>
      </article>
    </>
  );
}

function By({ article, at }: { article: PublishedArticle; at: number }) {
  return (
    <p class="by">
      {article.author !== '' && <span>{article.author}</span>}
      <b>{SCREEN_NAME}</b>
      <time>{fullTimeText(at)}</time>
    </p>
  );
}

function Gone() {
  return (
    <div class="gone">
      <h1>该内容已被删除</h1>
      <p>读者打开旧链接时看到的就是这一页。</p>
    </div>
  );
}
