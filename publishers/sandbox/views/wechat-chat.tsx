import type { Context } from '../context';
import type { Reply } from '../http/reply';
import type { ChatLine } from '../state';
import { SCREEN_NAME } from '../weibo/status-object';
import { CHAT_SCRIPT } from './chat-script';
import { pageReply } from './document';
import { linkedWords } from './linked-words';
import { PHONE_STYLE } from './style';
import { timeText } from './time-text';
import { PhonePage } from './phone-page';

const STYLE = `${PHONE_STYLE}
.phone-page{background:var(--paper);display:flex;flex-direction:column;height:100vh}
.bar{display:flex;align-items:center;height:44px;padding:0 8px;background:var(--surface);border-bottom:1px solid var(--rule)}
.bar a{padding:0 12px;line-height:44px;font-size:22px}
.bar h1{flex:1;text-align:center;font:600 16px/44px var(--sans)}
.bar button,.write button{border:1px solid var(--rule);border-radius:6px;background:var(--surface);color:var(--accent);font:14px/1 var(--sans);
padding:0 12px;min-height:36px;cursor:pointer}
.lines{flex:1;overflow-y:auto;padding:16px 12px;display:flex;flex-direction:column;gap:12px}
.lines time{align-self:center;color:var(--muted);font-size:14px}
.line{max-width:82%;padding:10px 14px;border-radius:6px;background:var(--surface);border:1px solid var(--rule);white-space:pre-wrap;
overflow-wrap:anywhere;line-height:1.6}
.line.mine{align-self:flex-end;background:var(--soft)}
.line.note{align-self:center;background:none;border:0;color:var(--seal);font-size:14px;text-align:center}
a.line{display:block;color:inherit}
a.line b{display:block;font-weight:600}
a.line span{color:var(--muted);font-size:14px}
.write{display:flex;gap:8px;padding:8px 12px;background:var(--surface);border-top:1px solid var(--rule)}
.write input{flex:1;min-width:0;font:16px/1.5 var(--sans);padding:6px 10px;border:1px solid var(--rule);border-radius:6px;background:var(--paper);color:var(--ink)}
`;
/** A pause after which the time is said again, milliseconds. */
const PAUSE = 5 * 60_000;

/** A follower writes to the account: what the account is told, and what it answers at once. */
export function wechatChat(context: Context): Reply {
  const { conversation } = context.store.state;
  return pageReply({
    title: '公众号消息',
    style: STYLE,
    script: CHAT_SCRIPT,
    body: (
      <PhonePage
        bar={
          <>
            <h1>{SCREEN_NAME}</h1>
            <button type="button" data-follow>
              重新关注
            </button>
          </>
        }
      >
        <div class="lines" data-live="chat" role="log" aria-label="消息">
          {conversation.length === 0 && <p class="empty">{emptyText(context)}</p>}
          {conversation.map((line, index) => (
            <>
              {line.at - (conversation[index - 1]?.at ?? 0) > PAUSE && (
                <time>{timeText(line.at, context.now().getTime())}</time>
              )}
              <Line line={line} />
            </>
          ))}
        </div>
        <form class="write">
          <input name="text" aria-label="消息" placeholder="以群众身份发消息" maxlength={600} autocomplete="off" />
          <button type="submit">发送</button>
        </form>
      </PhonePage>
    ),
  });
}

const emptyText = ({ scenarios }: Context): string =>
  scenarios.callbackUrl === null
    ? '没有设置回调地址，消息到不了系统。请在“台账与故障”的情形里填写。'
    : '以群众身份问一句，看公众号怎么回答。';

function Line({ line }: { line: ChatLine }) {
  if (line.from === 'platform') return <p class="line note">{line.text}</p>;
  if (line.from === 'citizen') return <p class="line mine">{line.text}</p>;
  if (line.url === null || !/^https?:\/\//.test(line.url)) return <p class="line">{linkedWords(line.text)}</p>;
  return (
    <a class="line" href={line.url} target="_blank" rel="noopener noreferrer">
      <b>{line.title}</b>
      <span>{line.text}</span>
    </a>
  );
}
