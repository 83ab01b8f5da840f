import type { Product } from '../assembly';
import type { StoredAccount } from '../delivery/accounts';
import { daysUntil } from '../delivery/certificate';
import { accountHealth } from '../delivery/health';
import { isByHand, knownProfiles, type KnownProfile } from '../delivery/profiles';
import { windowStart } from '../delivery/quota';
import { usesSince } from '../delivery/store/quota-uses';
import { kindOf } from './account-kinds';
import { storedAccount } from './change-accounts';

/** Characters of a name on the platform that may be shown. */
const RECOGNISED = 4;

/** What the newsroom's list shows of every account. Nothing of its connection. */
export async function listAccounts(product: Product) {
  const [health, profiles, accounts] = await Promise.all([
    accountHealth(product.parts),
    knownProfiles(product.store),
    product.accounts.stored(),
  ]);
  return accounts.map((account) => {
    const found = health.find(({ name }) => name === account.name);
    const profile = profiles.get(account.name);
    return {
      name: account.name,
      title: account.title,
      publisher: account.publisher,
      origin: account.origin,
      healthy: found?.healthy ?? true,
      problem: found?.problem ?? null,
      heldSince: found?.heldSince ?? null,
      modes: account.publisher === 'wechat' ? wechatModes(profile) : ['publish'],
      byHand: isByHand(profile, 'publish'),
      canWithdraw: product.parts.publishers.get(account.publisher)?.withdraw !== undefined,
      profile: presentProfile(profile),
      certifiedUntil: account.certifiedUntil,
      certifiedDays: account.certifiedUntil === null ? null : daysUntil(account.certifiedUntil, product.parts.now()),
    };
  });
}

/** What those who manage accounts see of one: of secrets only that they are there. */
export async function accountDetails(product: Product, name: string) {
  const stored = await storedAccount(product, name);
  const listed = (await listAccounts(product)).find((account) => account.name === name);
  const publisher = product.parts.publishers.get(stored.publisher);
  const account = (await product.parts.accounts()).find((connected) => connected.account.name === name)?.account;
  const now = product.parts.now().getTime();
  const quotas = account && publisher ? publisher.quotas(account) : [];
  return {
    ...listed,
    editable: editable(stored),
    credentials: (kindOf(stored.publisher)?.credentials ?? []).map((credential) => ({
      name: credential.name,
      title: credential.title,
      required: credential.required,
      saved: Boolean(stored.connection[credential.name]),
      ending: credential.recognisable ? (stored.connection[credential.name]?.slice(-RECOGNISED) ?? null) : null,
    })),
    settings: account?.settings ?? {},
    /** What has to be entered on the platform, so that it pushes events and messages to us. */
    pushAddress: stored.publisher === 'wechat' ? `${product.publishing.siteUrl}/callback/wechat/${name}` : null,
    canTry: publisher?.trial !== undefined,
    uses: await Promise.all(
      quotas.map(async (quota) => ({
        title: quota.title,
        limit: quota.limit,
        used: (await usesSince(product.store.db, name, quota, windowStart(quota.window, now))).length,
      })),
    ),
  };
}

/** `all`: staff's own; `settings`: credentials are the operator's; `nothing`: part of the system. */
const editable = ({ origin, publisher }: StoredAccount): 'all' | 'settings' | 'nothing' =>
  origin === 'admin' ? 'all' : kindOf(publisher) ? 'settings' : 'nothing';

/** What may be planned. An account that may not push is not offered to push; to publish, a person can. */
const wechatModes = (profile: KnownProfile | undefined): readonly string[] =>
  isByHand(profile, 'mass') ? ['publish'] : ['publish', 'mass'];

const presentProfile = (profile: KnownProfile | undefined) =>
  profile
    ? {
        capabilities: profile.capabilities,
        calls: profile.calls,
        askedAt: new Date(profile.askedAt).toISOString(),
      }
    : null;
