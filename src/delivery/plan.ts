import type { Mode, Publisher } from '../../publishers/contract';
import type { ConnectedAccount } from './context';
import { chinaTime } from './china-time';
import type { Delivery, PlannedDelivery } from './delivery';
import { hashOf } from './hash';
import { parseDuration, parseInstant } from './instant';
import { newId } from './new-id';
import { Refusal } from './refusal';
import type { Store } from './store';

/** How late a delivery may still go out by itself when nobody says otherwise. */
const DEFAULT_GRACE = 'PT2H';
/** A time this much in the past still means now: clocks and typing take a moment. Milliseconds. */
const TOLERANCE = 60_000;

export interface PlanRequest {
  readonly explainer: string;
  readonly version: string;
  readonly deliveries: readonly {
    readonly account: string;
    /** An instant with zone, or `now`. */
    readonly at: string;
    /** ISO 8601 duration. */
    readonly grace?: string | undefined;
    readonly mode?: Mode | undefined;
  }[];
  readonly by: string;
}

export interface PlanParts {
  readonly store: Store;
  readonly publishers: ReadonlyMap<string, Publisher>;
  readonly accounts: () => Promise<readonly ConnectedAccount[]>;
  readonly now: () => Date;
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
  const version = await store.version(request.version);
  if (!version)
    throw new Refusal(409, 'plan.unsigned', '这个版本没有签发，不能排期。请先签发。', { version: request.version });
  if (version.explainer !== request.explainer) {
    throw new Refusal(409, 'plan.other-explainer', '这个定稿属于另一篇解读。请刷新后重试。', {
      version: request.version,
    });
  }

  const accounts = new Map((await parts.accounts()).map((a) => [a.account.name, a.account]));
  const existing = await store.list({ explainer: version.explainer, limit: 500 });
  const website = [...accounts.values()].find((a) => a.publisher === 'website')?.name ?? null;
  const earlier = existing.items.find(
    (d) => d.account === website && d.version === version.id && !['cancelled', 'withdrawn'].includes(d.state),
  );
  const seen = new Set<string>();
  const now = parts.now().getTime();

  const planned = request.deliveries.map((wanted): PlannedDelivery => {
    const account = accounts.get(wanted.account);
    const publisher = account && parts.publishers.get(account.publisher);
    if (!account || !publisher)
      throw new Refusal(422, 'plan.unknown-account', `没有名为“${wanted.account}”的渠道账号。`, {
        account: wanted.account,
      });
    if (seen.has(account.name))
      throw new Refusal(422, 'plan.account-twice', `“${account.title}”在同一个计划里出现了两次。`, {
        account: account.name,
      });
    seen.add(account.name);

    const mode = wanted.mode ?? 'publish';
    const dueAt = dueTime(wanted.at, now);
    const live = existing.items.find(
      (d) =>
        d.account === account.name &&
        d.version === version.id &&
        d.mode === mode &&
        !['cancelled', 'withdrawn'].includes(d.state),
    );
    if (live) {
      throw new Refusal(
        409,
        'plan.exists',
        `这个定稿在“${account.title}”已有计划，不会重复发布。可以改时间，或先取消原来的。`,
        {
          account: account.name,
          delivery: live.id,
        },
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
    const waits = website !== null && account.name !== website;
    return {
      rendition,
      hash: hashOf(rendition),
      dueAt,
      grace: parseDuration(wanted.grace ?? DEFAULT_GRACE),
      after: waits ? website : null,
    };
  });

  const websiteDue = planned.find((p) => p.rendition.account === website)?.dueAt ?? earlier?.dueAt ?? null;
  const linked = planned.map((p) => {
    if (p.after === null) return p;
    if (websiteDue !== null && p.dueAt < websiteDue) {
      throw new Refusal(
        422,
        'plan.before-website',
        `“${accounts.get(p.rendition.account)?.title ?? p.rendition.account}”的时间早于网站（${chinaTime(websiteDue)}）。网站要先发，其他渠道链接到它。`,
        {
          account: p.rendition.account,
        },
      );
    }
    // In this plan, or planned before; without a website delivery there is nothing to wait for.
    return { ...p, after: seen.has(p.after) ? p.after : (earlier?.id ?? null) };
  });

  const plan = newId();
  const ahead = (name: string) =>
    (parts.publishers.get(accounts.get(name)?.publisher ?? '')?.prepareAhead ?? 0) * 1_000;
  const deliveries = await store
    .addPlan({ id: plan, explainer: version.explainer, version: version.id, by: request.by }, linked, ahead)
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

function dueTime(at: string, now: number): number {
  if (at === 'now') return now;
  const due = parseInstant(at);
  if (due < now - TOLERANCE) {
    throw new Refusal(422, 'plan.time-past', `计划时间 ${chinaTime(due)} 已经过去。请选一个将来的时间，或选“现在”。`, {
      at,
    });
  }
  return due;
}
