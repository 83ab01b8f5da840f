import type { Context } from '../context';
import type { Reply } from '../http/reply';
import type { MassJob, Publication, PublishedArticle } from '../state';
import { SCREEN_NAME } from '../weibo/status-object';
import { Cropped } from './cropped';
import { pageReply } from './document';
import { pictureAddress } from './pictures';
import { REFRESH_SCRIPT } from './refresh-script';
import { PHONE_STYLE } from './style';
import { timeText } from './time-text';

const STYLE = `${PHONE_STYLE}
.phone-page{background:var(--paper)}
.account{background:var(--surface)}
.account .chip{margin-left:auto;flex:none;line-height:32px;padding:0 12px}
.cards{padding:16px 12px 48px;display:grid;gap:16px}
.card-time{display:flex;gap:8px;align-items:center;color:var(--muted);font-size:14px;padding:4px 4px 8px}
.card{background:var(--surface);border:1px solid var(--rule);border-radius:6px;overflow:hidden}
.card a{color:inherit;display:block}
.card a:hover{text-decoration:none;background:var(--soft)}
.lead-cover{aspect-ratio:2.35;width:100%;background:var(--soft)}
.lead-title{padding:12px 16px 4px;font-size:18px;line-height:1.45;font-weight:600;text-wrap:pretty}
.digest{margin:0 16px 14px;color:var(--muted);font-size:14px;line-height:1.6;display:-webkit-box;-webkit-line-clamp:2;
-webkit-box-orient:vertical;overflow:hidden}
.card .row{display:flex;gap:12px;align-items:center;padding:12px 16px;border-top:1px solid var(--rule)}
.row span{flex:1;line-height:1.5}
.row-cover{width:52px;height:52px;border-radius:4px}
.strip{display:grid;grid-template-columns:repeat(3,1fr);gap:2px;position:relative}
.strip img{width:100%;aspect-ratio:1;object-fit:cover}
.strip b{position:absolute;right:8px;bottom:8px;background:rgb(16 24 29/.7);color:#fff;font-size:14px;line-height:24px;padding:0 8px;border-radius:12px;font-weight:400}
.chip{border:1px solid currentColor;border-radius:6px;padding:0 6px;font-size:14px;line-height:20px;font-weight:400;color:var(--accent)}
.chip.gone{color:var(--seal)}
.gone-title{color:var(--muted);text-decoration:line-through}
.film{display:block;width:100%;background:#000}
.text{padding:14px 16px;white-space:pre-wrap;overflow-wrap:anywhere}
`;

type Entry = { at: number; publication: Publication } | { at: number; job: MassJob };

/** The account's page in the phone: what was published and pushed, newest first. */
export function wechatList(context: Context): Reply {
  const { publications, masses } = context.store.state;
  const now = context.now().getTime();
  const plain = masses.filter((one) => one.articles.length === 0 && one.status === 'SEND_SUCCESS');
  const entries: Entry[] = [
    ...publications.map((publication) => ({ at: publication.at, publication })),
    ...plain.map((job) => ({ at: job.doneAt, job })),
  ].sort((a, b) => b.at - a.at);
  return pageReply({
    title: '公众号',
    style: STYLE,
    script: REFRESH_SCRIPT,
    body: (
      <main class="phone-page">
        <div class="sandbox-mark">沙盒 · 不是真实平台</div>
        <header class="account">
          <div class="avatar">云</div>
          <div>
            <h1>{SCREEN_NAME}</h1>
            <p>
              云澜市人民政府办公室 · 公众号 · <a href="/phone/wechat/drafts">草稿箱</a>
            </p>
          </div>
          <a class="chip" href="/phone/wechat/chat">
            发消息
          </a>
        </header>
        <div data-live="articles">
          {entries.length === 0 ? (
            <p class="empty">还没有发布内容。发布后会自动出现在这里。</p>
          ) : (
            <ol class="cards">
              {entries.map((entry) => (
                <li key={entry.at}>
                  <Time at={entry.at} now={now} mass={'job' in entry || entry.publication.kind === 'mass'} />
                  {'job' in entry ? <PlainMessage job={entry.job} /> : <Card publication={entry.publication} />}
                </li>
              ))}
            </ol>
          )}
        </div>
      </main>
    ),
  });
}

function Time({ at, now, mass }: { at: number; now: number; mass: boolean }) {
  return (
    <p class="card-time">
      <time>{timeText(at, now)}</time>
      {mass && <span class="chip">群发</span>}
    </p>
  );
}

function Card({ publication }: { publication: Publication }) {
  const [lead, ...others] = publication.articles;
  if (!lead) return null;
  return (
    <article class="card">
      <a href={`/phone/wechat/article/${lead.slug}`}>
        {lead.article_type === 'newspic' ? <Strip pictures={lead.pictures} /> : <Cover article={lead} />}
        <h2 class="lead-title">
          <Title article={lead} />
        </h2>
        <p class="digest">{lead.digest}</p>
      </a>
      {others.map((one) => (
        <a class="row" href={`/phone/wechat/article/${one.slug}`} key={one.slug}>
          <span>
            <Title article={one} />
          </span>
          {one.cover !== null && <Cropped class="row-cover" picture={one.cover} crop={one.crops.square} />}
        </a>
      ))}
    </article>
  );
}

function Title({ article }: { article: PublishedArticle }) {
  if (!article.deleted) return <>{article.title}</>;
  return (
    <>
      <span class="gone-title">{article.title}</span> <span class="chip gone">已删除</span>
    </>
  );
}

const Cover = ({ article }: { article: PublishedArticle }) =>
  article.cover === null ? null : <Cropped class="lead-cover" picture={article.cover} crop={article.crops.wide} />;

const Film = ({ keys }: { keys: readonly string[] }) =>
  keys.map((key) => <video class="film" controls preload="metadata" src={pictureAddress(key)} key={key} />);

function Strip({ pictures }: { pictures: readonly string[] }) {
  if (pictures.length === 0) return null;
  return (
    <div class="strip">
      {pictures.slice(0, 3).map((key) => (
        <img src={pictureAddress(key)} alt="" key={key} />
      ))}
      <b class="figures">{`${pictures.length} 张`}</b>
    </div>
  );
}

function PlainMessage({ job }: { job: MassJob }) {
  return (
    <article class="card">
      {job.msgType === 'mpvideo' ? <Film keys={job.pictures} /> : <Strip pictures={job.pictures} />}
      {job.text !== '' && <p class="text">{job.text}</p>}
    </article>
  );
}
