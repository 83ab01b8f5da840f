import type { Context } from '../context';
import type { Reply } from '../http/reply';
import { Desk } from './desk';
import { pageReply } from './document';
import { ConfirmForm } from './confirm-form';
import { FaultForm } from './fault-form';
import { localAddress } from './phones';
import { PLATFORM_TITLES } from './platform-titles';
import { ReaderForm } from './reader-form';
import { ScenarioForm } from './scenario-form';
import { DESK_STYLE } from './style';
import { clockText } from './time-text';
import { TRAFFIC_SCRIPT } from './traffic-script';

const STYLE = `${DESK_STYLE}
section{margin-bottom:48px}
h2{font:600 22px/1.4 var(--serif);margin-bottom:4px}
h2+p{color:var(--muted);margin-bottom:16px}
.two{display:grid;grid-template-columns:repeat(auto-fit,minmax(340px,1fr));gap:48px}
table{width:100%;border-collapse:collapse;font-size:14px;table-layout:fixed}
th{text-align:left;color:var(--muted);font-weight:400}
th,td{padding:8px 16px 8px 0;border-bottom:1px solid var(--rule);vertical-align:top;overflow-wrap:anywhere}
.c1{width:6em}.c2{width:9.5em}.c4{width:14em}
.scroll{max-height:460px;overflow:auto;border-bottom:1px solid var(--rule)}
.bad{color:var(--seal)}.good{color:var(--jade)}
form{display:grid;grid-template-columns:8em minmax(0,1fr);gap:8px 12px;align-items:center}
label{display:contents}label span{color:var(--muted)}
input,select,button{font:inherit;color:inherit;background:var(--surface);border:1px solid var(--rule);border-radius:6px;padding:6px 10px;min-height:40px;width:100%}
button{cursor:pointer;width:auto;padding:6px 20px;border-color:var(--accent);color:var(--accent);background:none}
button[type=submit]{background:var(--accent);color:var(--paper);grid-column:2;justify-self:start}
.faults{margin-top:20px;font-size:14px}.faults li{padding:6px 0;border-top:1px solid var(--rule)}
[data-note]{min-height:26px;color:var(--jade)}
`;

const KINDS = { article: '发布', mass: '群发', status: '发布', 'by-hand': '人工发布' };
const SHOWN = 200;

/** What happened and what may go wrong: ledger, calls, faults, behaviour. */
export function traffic(context: Context): Reply {
  return pageReply({
    title: '台账与故障',
    style: STYLE,
    script: TRAFFIC_SCRIPT,
    body: (
      <Desk current="/traffic">
        <Ledger context={context} />
        <p data-note aria-live="polite" />
        <div class="two">
          <FaultForm context={context} />
          <ScenarioForm scenarios={context.scenarios} />
          <ReaderForm context={context} />
          <ConfirmForm context={context} />
        </div>
        <CallList context={context} />
      </Desk>
    ),
  });
}

function Ledger({ context }: { context: Context }) {
  const entries = context.store.ledger.slice(-SHOWN).reverse();
  return (
    <section>
      <h2>台账</h2>
      <p>对读者可见的每一条，只增不改。同一条内容在这里只应出现一次。</p>
      <div class="scroll" data-live="ledger">
        <table>
          <thead>
            <tr>
              <th class="c1">时间</th>
              <th class="c2">渠道</th>
              <th>内容</th>
              <th class="c4">标记</th>
            </tr>
          </thead>
          <tbody>
            {entries.map((entry) => (
              <tr key={entry.platform + entry.id}>
                <td class="figures" title={entry.at}>
                  {clockText(entry.at)}
                </td>
                <td>{`${PLATFORM_TITLES[entry.platform]} · ${KINDS[entry.kind]}`}</td>
                <td>
                  {entry.url === '' ? entry.text : <a href={localAddress(entry.url)}>{entry.title || entry.text}</a>}
                </td>
                <td class="figures">{entry.marker ?? '—'}</td>
              </tr>
            ))}
          </tbody>
        </table>
        {entries.length === 0 && <p class="empty">还没有内容对读者可见。</p>}
      </div>
    </section>
  );
}

function CallList({ context }: { context: Context }) {
  const calls = context.calls.list().slice(0, SHOWN);
  return (
    <section>
      <h2>调用</h2>
      <p>系统对两个平台的最近 {SHOWN} 次调用，不含密钥。</p>
      <div class="scroll" data-live="calls">
        <table>
          <thead>
            <tr>
              <th class="c1">时间</th>
              <th class="c2">平台</th>
              <th>接口</th>
              <th class="c4">结果</th>
            </tr>
          </thead>
          <tbody>
            {calls.map((call) => (
              <tr>
                <td class="figures" title={call.at}>
                  {clockText(call.at)}
                </td>
                <td>{PLATFORM_TITLES[call.platform]}</td>
                <td>{`${call.method} ${call.path}`}</td>
                <td class={call.outcome === 'ok' ? 'good' : 'bad'}>{call.outcome === 'ok' ? '成功' : call.outcome}</td>
              </tr>
            ))}
          </tbody>
        </table>
        {calls.length === 0 && <p class="empty">还没有调用。</p>}
      </div>
    </section>
  );
}
