import type { Context } from '../context';
import { FAULT_KINDS } from '../http/faults';
import { WECHAT_ENDPOINTS } from '../wechat/endpoints';
import { WEIBO_ENDPOINTS } from '../weibo/endpoints';
import { PLATFORM_TITLES } from './platform-titles';

/** What may go wrong next, and what is set already. */
export function FaultForm({ context }: { context: Context }) {
  const paths = [...WECHAT_ENDPOINTS, ...WEIBO_ENDPOINTS].map((one) => one.path);
  return (
    <section>
      <h2>故障</h2>
      <p>让接下来的调用出错，看系统怎么应对。</p>
      <form data-path="/_faults">
        <label>
          <span>平台</span>
          <select name="platform">
            <option value="wechat">公众号</option>
            <option value="weibo">微博</option>
          </select>
        </label>
        <label>
          <span>接口</span>
          <input name="endpoint" list="paths" placeholder="路径结尾，空着表示全部" />
        </label>
        <label>
          <span>故障</span>
          <select name="kind">
            {Object.entries(FAULT_KINDS).map(([kind, { what }]) => (
              <option value={kind} key={kind} selected={kind === 'drop-after'}>
                {what}
              </option>
            ))}
          </select>
        </label>
        <label>
          <span>次数</span>
          <input name="times" type="number" min="1" value="1" data-number="1" />
        </label>
        <label>
          <span>毫秒 ms</span>
          <input name="ms" type="number" min="0" placeholder="等待或挂起多久" data-number="1" />
        </label>
        <label>
          <span>code</span>
          <input name="code" type="number" placeholder="错误码或 HTTP 状态" data-number="1" />
        </label>
        <button type="submit">加上</button>
      </form>
      <datalist id="paths">
        {paths.map((path) => (
          <option value={path} key={path} />
        ))}
      </datalist>
      <div class="faults">
        <ul data-live="faults">
          {context.faults.list().length === 0 && <li>现在没有设置故障。</li>}
          {context.faults.list().map((fault) => (
            <li>{`${PLATFORM_TITLES[fault.platform]} ${fault.endpoint || '全部接口'}：${FAULT_KINDS[fault.kind].what}，还有 ${fault.times} 次`}</li>
          ))}
        </ul>
        <button type="button" data-clear>
          全部清除
        </button>
      </div>
    </section>
  );
}
