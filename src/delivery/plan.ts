import type { Account, Mode, Problem, Publisher } from '../../publishers/contract';
import { problem } from '../../publishers/problems';
import type { ConnectedAccount } from './context';
import type { Delivery } from './delivery';
import { hashOf } from './hash';
import { parseDuration } from './instant';
import { newId } from './new-id';
import { isByHand, knownProfiles, type KnownProfile } from './profiles';
import { dueTime } from './plan/due-time';
import { linkDeliveries, type Linking } from './plan/dependencies';
import { forecast } from './plan/forecast';
import { Refusal } from './refusal';
import { FINAL } from './states';
import type { Store } from './store';
import type { StoredVersion } from './store/versions';

/** How late a delivery may still go out by itself when nobody says otherwise. */
const DEFAULT_GRACE = 'PT2H';

export interface PlannedRequest {
  readonly account: string;
  /** An instant with zone, or `now`; may be left out where `after` gives the time. */
  readonly at?: string | undefined;
  /** ISO 8601 duration. */
  readonly grace?: string | undefined;
  readonly mode?: Mode | undefined;
  /** Goes out only after the receipt of another account in the plan; default: the website's, at once. */
  readonly after?:
    | {
        readonly account: string;
        /** ISO 8601 duration after that receipt; default none. */
        readonly delay?: string | undefined;
        /** What becomes of it when there will be no receipt; default `hold`. */
        readonly otherwise?: 'hold' | 'cancel' | undefined;
      }
    | undefined;
}

export interface PlanRequest {
  readonly explainer: string;
  readonly version: string;
  readonly deliveries: readonly PlannedRequest[];
  readonly by: string;
}

export interface PlanParts {
  readonly store: Store;
  readonly publishers: ReadonlyMap<string, Publisher>;
  readonly accounts: () => Promise<readonly ConnectedAccount[]>;
  readonly now: () => Date;
}

interface Channel {
  readonly account: Account;
  readonly publisher: Publisher;
}

/**
 * Makes the deliveries of one signed version: all of them or none. The website goes first; the others wait for its
 * receipt, because its address stands in their text.
 * @throws Refusal with a stable code for everything that a planner can get wrong
 */
export async function createPlan(
  parts: PlanParts,
  request: PlanRequest,
): Promise<{ readonly plan: string; readonly deliveries: readonly Delivery[] }> {
  const { store } = parts;
  const version = await signedVersion(store, request);
  const channels = await knownChannels(parts);
  const website = [...channels.values()].find(({ publisher }) => publisher.name === 'website')?.account.name ?? null;
  const { items } = await store.list({ explainer: version.explainer, limit: 500 });
  // Beside what is over, the same version may be planned again.
  const live = items.filter((d) => d.kind === 'publish' && d.version === version.id && !FINAL.includes(d.state));
  const now = parts.now().getTime();

  const seen = new Set<string>();
  const planned = request.deliveries.map((wanted): Linking => {
    const channel = channels.get(wanted.account);
    if (!channel) {
      throw new Refusal(422, 'plan.unknown-account', `没有名为“${wanted.account}”的渠道账号。`, {
        account: wanted.account,
      });
    }
    if (seen.has(wanted.account)) {
      throw new Refusal(422, 'plan.account-twice', `“${channel.account.title}”在同一个计划里出现了两次。`, {
        account: wanted.account,
      });
    }
    seen.add(wanted.account);
    return planOne(version, channel, wanted, { live, website, now });
  });
  const linked = linkDeliveries(planned, live.find((d) => d.account === website) ?? null, {
    website,
    title: (account) => channels.get(account)?.account.title ?? account,
  });
  const profiles = await knownProfiles(store);
  const warned = await Promise.all(
    linked.map(async (p) => {
      const channel = channels.get(p.rendition.account);
      const byHand = channel && byHandWarning(channel.account, p.rendition.mode, profiles);
      const warning = byHand ?? (channel ? await forecast(store, channel.publisher, channel.account, p, now) : null);
      return { ...p, warning };
    }),
  );

  const plan = newId();
  const ahead = (name: string) => (channels.get(name)?.publisher.prepareAhead ?? 0) * 1_000;
  const deliveries = await store
    .addPlan({ id: plan, explainer: version.explainer, version: version.id, by: request.by }, warned, ahead)
    .catch((error: unknown) => {
      // Two planners at the same moment: the unique slot lets one through.
      if (/unique/i.test(String(error)))
        throw new Refusal(409, 'plan.exists', '刚刚有人为同一个定稿排了同样的计划，不会重复发布。请刷新查看。');
      throw error;
    });
  await store.audit(request.by, 'plan', plan, {
    version: version.id,
    deliveries: deliveries.map((d) => ({ id: d.id, account: d.account, dueAt: d.dueAt })),
  });
  return { plan, deliveries };
}

const byHandWarning = (
  { name, title }: Account,
  mode: Mode,
  profiles: ReadonlyMap<string, KnownProfile>,
): Problem | null => (isByHand(profiles.get(name), mode) ? problem('plan.by-hand', { account: title }) : null);

async function signedVersion(store: Store, request: PlanRequest): Promise<StoredVersion> {
  const version = await store.version(request.version);
  if (!version) {
    throw new Refusal(409, 'plan.unsigned', '这个版本没有签发，不能排期。请先签发。', { version: request.version });
  }
  if (version.explainer !== request.explainer) {
    throw new Refusal(409, 'plan.other-explainer', '这个定稿属于另一篇解读。请刷新后重试。', {
      version: request.version,
    });
  }
  return version;
}

async function knownChannels(parts: PlanParts): Promise<ReadonlyMap<string, Channel>> {
  const channels = (await parts.accounts()).flatMap(({ account }): [string, Channel][] => {
    const publisher = parts.publishers.get(account.publisher);
    return publisher ? [[account.name, { account, publisher }]] : [];
  });
  return new Map(channels);
}

function planOne(
  version: StoredVersion,
  { account, publisher }: Channel,
  wanted: PlannedRequest,
  { live, website, now }: { readonly live: readonly Delivery[]; readonly website: string | null; readonly now: number },
): Linking {
  const mode = wanted.mode ?? 'publish';
  if (wanted.at === undefined && wanted.after?.delay === undefined) {
    throw new Refusal(422, 'plan.no-time', `“${account.title}”没有时间。请选时间，或写明在谁发布之后多久发。`, {
      account: account.name,
    });
  }
  const dueAt = dueTime(wanted.at ?? 'now', now);
  const twin = live.find((d) => d.account === account.name && d.mode === mode);
  if (twin) {
    throw new Refusal(
      409,
      'plan.exists',
      `这个定稿在“${account.title}”已有计划，不会重复发布。可以改时间，或先取消原来的。`,
      { account: account.name, delivery: twin.id },
    );
  }
  const rendition = publisher.render(version, account, mode);
  const problems = publisher.check(rendition).filter((p) => p.severity === 'error');
  if (problems.length > 0) {
    throw new Refusal(422, 'plan.problems', `“${account.title}”的渠道稿有问题，不能排期。`, {
      account: account.name,
      problems,
    });
  }
  return {
    rendition,
    hash: hashOf(rendition),
    dueAt,
    grace: parseDuration(wanted.grace ?? DEFAULT_GRACE),
    after: wanted.after?.account ?? (account.name === website ? null : website),
    afterDelay: wanted.after?.delay === undefined ? 0 : parseDuration(wanted.after.delay),
    follows: wanted.at === undefined,
    otherwise: wanted.after?.otherwise ?? 'hold',
  };
}
