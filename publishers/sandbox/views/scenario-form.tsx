import type { Scenarios } from '../scenarios';
import { ACCOUNT_STANDINGS } from '../wechat/account-state';
import { DRAFT_CHECKS } from '../wechat/draft-check';
import { Choice } from './choice';

const PROFILES = { personal: '个人', verified: '认证公众号', service: '认证服务号', test: '测试号' };
const PUBLISH_RESULTS = [
  [0, '成功'],
  [2, '原创校验失败'],
  [3, '常规失败'],
  [4, '平台审核不通过'],
  [5, '成功，之后被自己删除'],
  [6, '成功，之后被平台封禁'],
] as const;
const EVENTS = { once: '一次', twice: '两次', swapped: '颠倒先后', lost: '丢失' };
const TOKENS = { valid: '有效', expired: '已过期', revoked: '已取消授权' };

const titlesOf = (table: Readonly<Record<string, { readonly title: string }>>): [string, string][] =>
  Object.entries(table).map(([value, { title }]) => [value, title]);

/** The switches for how the platforms behave. Only what was changed is sent. */
export const ScenarioForm = ({ scenarios }: { scenarios: Scenarios }) => (
  <section>
    <h2>情形</h2>
    <p>换一种账号，或让平台给出另一种结果。</p>
    <form data-path="/_scenarios">
      <label>
        <span>公众号类型</span>
        <select name="profile" data-was={scenarios.profile}>
          {Object.entries(PROFILES).map(([value, title]) => (
            <option value={value} selected={value === scenarios.profile} key={value}>
              {title}
            </option>
          ))}
        </select>
      </label>
      <Choice label="账号状态" name="standing" value={scenarios.standing} titles={titlesOf(ACCOUNT_STANDINGS)} />
      <Choice label="发布前检查" name="draftCheck" value={scenarios.draftCheck} titles={titlesOf(DRAFT_CHECKS)} />
      <Choice
        label="群发保护"
        name="massProtection"
        value={scenarios.massProtection}
        titles={[
          [false, '关闭'],
          [true, '每次群发要管理员确认'],
        ]}
      />
      <label>
        <span>下一次发布</span>
        <select name="nextPublish" data-number="1" data-was={String(scenarios.nextPublish)}>
          {PUBLISH_RESULTS.map(([value, title]) => (
            <option value={String(value)} selected={value === scenarios.nextPublish} key={value}>
              {title}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>发布用时 ms</span>
        <input
          name="publishMs"
          type="number"
          min="0"
          value={scenarios.publishMs}
          data-number="1"
          data-was={String(scenarios.publishMs)}
        />
      </label>
      <label>
        <span>拒绝的 IP</span>
        <input
          name="refusedIp"
          value={scenarios.refusedIp ?? ''}
          data-was={scenarios.refusedIp ?? ''}
          data-empty="null"
          placeholder="不在白名单的地址，空着表示不拒绝"
        />
      </label>
      <label>
        <span>IP 白名单</span>
        <input
          name="whitelist"
          value={(scenarios.whitelist ?? []).join(' ')}
          data-was={(scenarios.whitelist ?? []).join(' ')}
          data-list="1"
          data-empty="null"
          placeholder="地址或网段，如 203.0.113.0/24，用空格分开；空着表示不限"
        />
      </label>
      <label>
        <span>事件推送</span>
        <select name="events" data-was={scenarios.events}>
          {Object.entries(EVENTS).map(([value, title]) => (
            <option value={value} selected={value === scenarios.events} key={value}>
              {title}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>留言功能</span>
        <select name="comments" data-flag="1" data-was={String(scenarios.comments)}>
          {[false, true].map((value) => (
            <option value={String(value)} selected={value === scenarios.comments} key={String(value)}>
              {value ? '已开通' : '没有'}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>回调地址</span>
        <input
          name="callbackUrl"
          value={scenarios.callbackUrl ?? ''}
          data-was={scenarios.callbackUrl ?? ''}
          data-empty="null"
          placeholder="事件和消息推送到哪里，空着表示不推送"
        />
      </label>
      <label>
        <span>微博授权</span>
        <select name="weiboToken" data-was={scenarios.weiboToken}>
          {Object.entries(TOKENS).map(([value, title]) => (
            <option value={value} selected={value === scenarios.weiboToken} key={value}>
              {title}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>微博安全域名</span>
        <input
          name="boundDomain"
          value={scenarios.boundDomain ?? ''}
          data-was={scenarios.boundDomain ?? ''}
          data-empty="null"
        />
      </label>
      <button type="submit">保存</button>
    </form>
  </section>
);
