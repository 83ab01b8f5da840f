import { z } from 'zod';
import type { Product } from '../assembly';
import type { StoredAccount } from '../delivery/accounts';
import { Refusal } from '../delivery/refusal';
import { TABLES } from '../delivery/schema';
import { NEEDS_PERSON, OPEN } from '../delivery/states';
import type { AccountChanges, NewAccount } from './account-bodies';
import { kindOf, type AccountKind } from './account-kinds';
import { enteredCredentials, enteredSettings } from './entries';

/** Of the product, what changing accounts needs. */
export type AccountsPart = Pick<Product, 'accounts' | 'store'>;

/** While one of these exists, its account has to stay. */
const UNFINISHED = [...OPEN, ...NEEDS_PERSON, 'held'] as const;

/** @throws Refusal 404 for a name that no account has */
export async function storedAccount({ accounts }: AccountsPart, name: string): Promise<StoredAccount> {
  const found = (await accounts.stored()).find((account) => account.name === name);
  if (!found) throw new Refusal(404, 'account.unknown', '没有这个渠道账号，可能已被移除。请刷新后查看。');
  return found;
}

/** @throws Refusal 409 for a name that is taken, 422 for what is missing or malformed */
export async function addAccount(part: AccountsPart, entry: NewAccount, who: string): Promise<void> {
  const { publisher, name, title, certifiedUntil } = entry;
  const kind = editableKind(publisher);
  if ((await part.accounts.stored()).some((account) => account.name === name)) {
    throw new Refusal(409, 'account.exists', `已有名为“${name}”的渠道账号，请换一个名称。`);
  }
  await part.accounts.keep({
    publisher,
    name,
    title,
    certifiedUntil,
    origin: 'admin',
    settings: {},
    chosen: enteredSettings(kind, {}, entry.settings),
    connection: enteredCredentials(kind, {}, entry.credentials),
  });
  await part.store.audit(who, 'account-add', name, { publisher, title });
}

/**
 * Title and credentials of an account that the environment defines are the operator's; choices and the certificate are
 * for staff everywhere. The audit keeps the names of what changed, never a credential.
 */
export async function changeAccount(
  part: AccountsPart,
  name: string,
  { title, credentials, settings, certifiedUntil }: AccountChanges,
  who: string,
): Promise<void> {
  const before = await storedAccount(part, name);
  const kind = editableKind(before.publisher);
  if (before.origin !== 'admin' && (title !== undefined || credentials !== undefined)) {
    throw new Refusal(409, 'account.from-environment', '这个账号的名称和凭证由运行环境设定，请联系运维修改。');
  }
  await part.accounts.keep({
    ...before,
    title: title ?? before.title,
    connection: credentials ? enteredCredentials(kind, before.connection, credentials) : before.connection,
    chosen: settings ? enteredSettings(kind, before.chosen, settings) : before.chosen,
    certifiedUntil: certifiedUntil === undefined ? before.certifiedUntil : certifiedUntil,
  });
  await part.store.audit(who, 'account-change', name, {
    changed: [
      ...(title === undefined ? [] : ['title']),
      ...Object.keys(credentials ?? {}),
      ...Object.keys(settings ?? {}),
      ...(certifiedUntil === undefined ? [] : ['certifiedUntil']),
    ],
  });
}

const counted = z.object({ n: z.coerce.number() });

/** @throws Refusal 409 for an account of the environment, and while deliveries of it are not finished */
export async function removeAccount(part: AccountsPart, name: string, who: string): Promise<void> {
  const { origin, title } = await storedAccount(part, name);
  if (origin !== 'admin') {
    throw new Refusal(409, 'account.from-environment', '这个账号由运行环境设定，不能在这里移除，请联系运维。');
  }
  await part.store.db.transaction(async (trx) => {
    // First, so that nobody who reads the list from now on plans for it.
    await part.accounts.remove(trx, name);
    const row: unknown = await trx(TABLES.deliveries)
      .where({ account: name })
      .whereIn('state', [...UNFINISHED])
      .count('id as n')
      .first();
    const { n } = counted.parse(row);
    if (n > 0) {
      const message = `“${title}”还有 ${n} 条投放没有结束，不能移除。请等它们发出，或先取消。`;
      throw new Refusal(409, 'account.in-use', message, { open: n });
    }
    // Nobody could look after what was published any more.
    await trx(TABLES.deliveries).where({ account: name }).update({ next_at: null });
  });
  await part.store.audit(who, 'account-remove', name, { title });
}

function editableKind(publisher: string): AccountKind {
  const kind = kindOf(publisher);
  if (!kind) throw new Refusal(409, 'account.fixed', '这个渠道属于系统本身，没有可以修改的账号信息。');
  return kind;
}
