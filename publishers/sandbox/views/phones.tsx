import type { Context } from '../context';
import type { Reply } from '../http/reply';
import { Desk } from './desk';
import { pageReply } from './document';
import { REFRESH_SCRIPT } from './refresh-script';
import { DESK_STYLE } from './style';
import { clockText } from './time-text';

const STYLE = `${DESK_STYLE}
.board{display:grid;grid-template-columns:387px 387px minmax(240px,1fr);gap:40px;align-items:start}
@media (max-width:1180px){.board{grid-template-columns:387px 387px;justify-content:center}.effects{grid-column:1/-1}}
@media (max-width:880px){.board{grid-template-columns:minmax(0,387px)}}
.effects h2{font:600 16px/1.5 var(--sans);margin-bottom:12px;display:flex;justify-content:space-between}
.effects h2 a{font-weight:400;font-size:14px}
.effects li{padding:12px 0;border-top:1px solid var(--rule)}
.effects li:last-child{border-bottom:1px solid var(--rule)}
.effects p{color:var(--muted);font-size:14px}
.effects .what{color:inherit;display:-webkit-box;-webkit-line-clamp:2;-webkit-box-orient:vertical;overflow:hidden;line-height:1.5}
.effects .empty{padding:32px 0;text-align:left;border-top:1px solid var(--rule)}
`;

const KINDS = { article: '公众号 · 发布', mass: '公众号 · 群发', status: '微博', 'by-hand': '人工发布' };
const SHOWN_EFFECTS = 9;

/** The front page: both phones side by side, and what readers got to see, in order. */
export function phones(context: Context): Reply {
  const latest = context.store.ledger.slice(-SHOWN_EFFECTS).reverse();
  return pageReply({
    title: '公众号与微博',
    style: STYLE,
    script: REFRESH_SCRIPT,
    body: (
      <Desk current="/">
        <div class="board">
          <Phone title="微信公众号" src="/phone/wechat" />
          <Phone title="微博" src="/phone/weibo" />
          <section class="effects">
            <h2>
              读者看到的，按先后<a href="/traffic">全部台账</a>
            </h2>
            <div data-live="effects">
              {latest.length === 0 && <p class="empty">还没有内容对读者可见。</p>}
              <ol>
                {latest.map((entry) => (
                  <li key={entry.platform + entry.id}>
                    <p>
                      <time title={entry.at}>{clockText(entry.at)}</time> {KINDS[entry.kind]}
                    </p>
                    <a class="what" href={localAddress(entry.url)}>
                      {entry.title || entry.text}
                    </a>
                  </li>
                ))}
              </ol>
            </div>
          </section>
        </div>
      </Desk>
    ),
  });
}

/** The page of this sandbox that an address on the platforms' hosts stands for. */
export const localAddress = (url: string): string =>
  url.replace(/^https?:\/\/mp\.weixin\.qq\.com\/s\//, '/s/').replace(/^https?:\/\/weibo\.com\//, '/weibo-status/');

const Phone = ({ title, src }: { title: string; src: string }) => (
  <section class="phone">
    <h2>
      {title}
      <a href={src}>单独打开</a>
    </h2>
    <iframe src={src} title={title} />
  </section>
);
