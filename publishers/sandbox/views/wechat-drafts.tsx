import type { Context } from '../context';
import type { Reply } from '../http/reply';
import { pageReply } from './document';
import { PHONE_STYLE } from './style';
import { timeText } from './time-text';
import { PhonePage } from './phone-page';

const STYLE = `${PHONE_STYLE}
.bar{display:flex;align-items:center;height:44px;padding:0 8px;border-bottom:1px solid var(--rule)}
.bar a{padding:0 12px;line-height:44px;font-size:22px}
.bar span{flex:1;text-align:center;margin-right:40px;color:var(--muted);font-size:14px}
.drafts li{padding:16px;border-bottom:1px solid var(--rule)}
.drafts h2{font-size:17px;line-height:1.45;font-weight:600}
.drafts p{color:var(--muted);font-size:14px;margin:4px 0 12px;overflow-wrap:anywhere}
.drafts button{font:inherit;border:0;border-radius:6px;padding:6px 20px;color:#fff;background:var(--jade);cursor:pointer}
`;

/** Publishes on a press and shows the address, as the app offers it for copying. */
const SCRIPT = `
for (const button of document.querySelectorAll('button[data-draft]')) {
  button.addEventListener('click', async () => {
    button.disabled = true;
    const body = JSON.stringify({ mediaId: button.dataset.draft });
    const { url } = await (await fetch('/_hand-publish', { method: 'POST', body })).json();
    const note = button.parentElement.querySelector('p');
    note.textContent = url === null ? '这份草稿已不在了。' : '已发表，链接：' + url;
    button.remove();
  });
}`;

/** The draft box on the phone of whoever runs the account: what was prepared by API can be published by hand here. */
export function wechatDrafts(context: Context): Reply {
  const drafts = context.store.state.drafts.toReversed();
  const now = context.now().getTime();
  return pageReply({
    title: '草稿箱',
    style: STYLE,
    script: SCRIPT,
    body: (
      <PhonePage bar={<span>草稿箱</span>}>
        {drafts.length === 0 ? (
          <p class="empty">草稿箱是空的。</p>
        ) : (
          <ol class="drafts">
            {drafts.map(({ mediaId, articles, updatedAt }) => (
              <li key={mediaId}>
                <h2>{articles[0]?.title ?? ''}</h2>
                <p>{timeText(updatedAt, now)}</p>
                <button type="button" data-draft={mediaId}>
                  发表
                </button>
              </li>
            ))}
          </ol>
        )}
      </PhonePage>
    ),
  });
}
