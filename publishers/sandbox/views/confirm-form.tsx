import type { Context } from '../context';

/** What the account's administrator answers when the platform asks him about a mass send; nothing where it does not. */
export function ConfirmForm({ context }: { context: Context }) {
  const waits = context.store.state.masses.some((one) => one.status === 'SENDING' && one.confirmed !== '');
  if (!waits) return null;
  return (
    <section>
      <h2>群发保护</h2>
      <p>有一次群发在等管理员确认，30 分钟内不确认就失败。</p>
      <form data-path="/_confirm-mass">
        <label>
          <span>管理员</span>
          <select name="accept" data-flag="1">
            <option value="true">确认群发</option>
            <option value="false">拒绝</option>
          </select>
        </label>
        <button type="submit">回答</button>
      </form>
    </section>
  );
}
