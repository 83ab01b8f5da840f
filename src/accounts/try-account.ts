import type { Product } from '../assembly';
import { createIo, type ConnectedAccount } from '../delivery/context';
import { checkAccount } from '../delivery/health';
import { askProfile } from '../delivery/profiles';
import { Refusal } from '../delivery/refusal';
import { requireAllowance } from '../delivery/require-allowance';
import { storedAccount } from './change-accounts';

/** How long a trial can be removed by us, seconds; afterwards it is one draft among others. */
const REMEMBERED = 7 * 24 * 60 * 60;
/** Milliseconds. */
const HOUR = 60 * 60_000;

/** Asks the platform now what the account may do and whether it is well: after a change. */
export async function askAccount(product: Product, name: string): Promise<void> {
  const connected = await connectedAccount(product, name);
  const why = await askProfile(product.parts, connected);
  if (why) product.log('info', 'account does not say what it may do', { account: name, problem: why.code });
  await checkAccount(product.parts, connected);
}

/**
 * The same because somebody wants to know. Each time takes one of the hundred questions about published articles that
 * a new account has in a day, and those are needed to find out what became of a delivery.
 * @throws Refusal 429 when it was asked too often
 */
export async function askAgain(product: Product, name: string): Promise<void> {
  await storedAccount(product, name);
  await requireAllowance(product.store.db, { key: `ask:${name}`, most: 10, within: HOUR }, product.parts.now());
  await askAccount(product, name);
}

/** Makes a draft that only the account's administrators see. @throws Refusal 422 with the platform's reason */
export async function makeTrial(product: Product, name: string, who: string): Promise<{ readonly words: string }> {
  const { connected, trial } = await tryable(product, name);
  const made = await trial.make(
    connected.account,
    createIo(product.parts, connected, () => undefined),
  );
  await product.store.audit(who, 'account-trial', name, { outcome: made.state });
  if (made.state === 'failed') {
    const { code, what, next } = made.problem;
    throw new Refusal(422, code, `测试草稿没有建成：${what}${next}`, { problems: [made.problem] });
  }
  await product.parts.cache.set(keyOf(name), made.id, REMEMBERED);
  return { words: `账号可用：草稿箱里已有“${made.title}”，读者看不到。` };
}

/** Removes the newest trial, and nothing else: an id from outside could be anybody's draft. */
export async function removeTrial(product: Product, name: string, who: string): Promise<{ readonly words: string }> {
  const { connected, trial } = await tryable(product, name);
  const id = await product.parts.cache.get(keyOf(name));
  if (id === null) throw new Refusal(404, 'account.no-trial', '没有可以删除的测试草稿。');
  const why = await trial.remove(
    id,
    createIo(product.parts, connected, () => undefined),
  );
  await product.store.audit(who, 'account-trial-remove', name, { outcome: why?.code ?? 'removed' });
  if (why) {
    throw new Refusal(422, why.code, `测试草稿没有删除：${why.what}可以到平台的草稿箱里手动删除。`, {
      problems: [why],
    });
  }
  await product.parts.cache.delete(keyOf(name));
  return { words: '测试草稿已删除。' };
}

/** Sends the newest trial to one person's phone, who sees it as a reader will. @throws Refusal with the reason why not */
export async function showTrial(
  product: Product,
  name: string,
  to: string,
  who: string,
): Promise<{ readonly words: string }> {
  const { connected, trial } = await tryable(product, name);
  const id = await product.parts.cache.get(keyOf(name));
  if (id === null) throw new Refusal(404, 'account.no-trial', '请先发送测试草稿。');
  const why = await trial.show(
    id,
    to,
    createIo(product.parts, connected, () => undefined),
  );
  await product.store.audit(who, 'account-trial-show', name, { outcome: why?.code ?? 'sent' });
  if (why) throw new Refusal(422, why.code, `没有发到手机：${why.what}${why.next}`, { problems: [why] });
  return { words: `已发给微信号“${to}”，请在手机上查看；对方要关注了这个公众号才收得到。` };
}

const keyOf = (name: string): string => `trial:${name}`;

async function connectedAccount(product: Product, name: string): Promise<ConnectedAccount> {
  await storedAccount(product, name);
  const found = (await product.parts.accounts()).find(({ account }) => account.name === name);
  if (!found) throw new Refusal(404, 'account.unknown', '没有这个渠道账号。');
  return found;
}

async function tryable(product: Product, name: string) {
  const connected = await connectedAccount(product, name);
  const trial = product.parts.publishers.get(connected.account.publisher)?.trial;
  if (!trial) throw new Refusal(409, 'account.no-trial', '这个渠道没有草稿，不能这样测试。');
  return { connected, trial };
}
