import type { Context } from '../context';
import { notFound, type Reply } from '../http/reply';
import { base62ToMid } from '../weibo/mid';
import { Desk } from './desk';
import { pageReply, type Page } from './document';
import { DESK_STYLE } from './style';
import { clockText, fullTimeText } from './time-text';
import { findArticle } from './wechat-article';
import { findStatus } from './weibo-timeline';

const STYLE = `${DESK_STYLE}
.receipt{display:grid;grid-template-columns:387px minmax(0,1fr);gap:56px;align-items:start}
@media (max-width:880px){.receipt{grid-template-columns:minmax(0,387px)}}
dl{margin:0;display:grid;grid-template-columns:7em minmax(0,1fr);border-top:1px solid var(--rule)}
dt,dd{margin:0;padding:12px 0;border-bottom:1px solid var(--rule);overflow-wrap:anywhere}
dt{color:var(--muted)}
.receipt h2{font:600 22px/1.4 var(--serif);margin-bottom:16px}
`;

const KINDS = { publish: '发布', mass: '群发', 'by-hand': '人工发表' } as const;

interface Facts {
  readonly title: string;
  /** What the phone shows. */
  readonly phone: string;
  readonly rows: readonly (readonly [string, string])[];
  readonly about?: Page['about'];
}

/** Where the public address of an article leads: the article in a phone, and beside it what is known about it. */
export function articleReceipt(context: Context, slug: string): Reply {
  const found = findArticle(context, slug);
  if (!found) return notFound;
  const { article, publication } = found;
  return receiptPage({
    title: article.title,
    phone: `/phone/wechat/article/${slug}`,
    // As on the platform's own pages, which say it to whoever shares or reads them by program.
    ...(!article.deleted && { about: { title: article.title, source: article.content_source_url } }),
    rows: [
      ['渠道', `微信公众号，${KINDS[publication.kind]}`],
      ['状态', article.deleted ? '该内容已被发布者删除' : '读者可见'],
      ['时间', atText(publication.at)],
      ['文章编号', publication.articleId],
      ['作者', article.author || '未填'],
      ['摘要', article.digest],
      ['阅读原文', article.content_source_url || '没有'],
    ],
  });
}

/** The same for a post, by its decimal or base-62 id. */
export function statusReceipt(context: Context, id: string): Reply {
  const status = findStatus(context, id) ?? findStatus(context, base62ToMid(id) ?? '');
  if (!status) return notFound;
  return receiptPage({
    title: '一条微博',
    phone: `/phone/weibo/${status.mid}`,
    rows: [
      ['渠道', status.byApp ? '微博，接口发布' : '微博，人工发布'],
      ['时间', atText(status.visibleAt)],
      ['编号', status.mid],
      ['链接', Object.values(status.links).join('\n') || '没有'],
    ],
  });
}

const atText = (at: number): string => `${fullTimeText(at).slice(0, -5)}${clockText(new Date(at).toISOString())}`;

const receiptPage = ({ title, phone, rows, about }: Facts): Reply =>
  pageReply({
    title,
    about,
    style: STYLE,
    script: '',
    body: (
      <Desk current="">
        <div class="receipt">
          <section class="phone">
            <iframe src={phone} title={title} />
          </section>
          <section>
            <h2>{title}</h2>
            <dl>
              {rows.map(([name, value]) => (
                <>
                  <dt>{name}</dt>
                  <dd class="figures">{value}</dd>
                </>
              ))}
            </dl>
          </section>
        </div>
      </Desk>
    ),
  });
