import { chinaTime } from '../china-time';
import type { PlannedDelivery } from '../delivery';
import { Refusal } from '../refusal';

/** A planned delivery on its way: what it waits for is still named by account. */
export type Linking = Omit<PlannedDelivery, 'warning'>;

/** A delivery of the same version that was planned before. */
export interface Earlier {
  readonly id: string;
  readonly dueAt: number;
}

interface Names {
  /** The website's account; its address stands in the texts of all others. */
  readonly website: string | null;
  readonly title: (account: string) => string;
}

/**
 * Ties the deliveries of a plan to each other and to an earlier delivery of the website, and gives a time to those
 * whose time is counted from a receipt.
 * @throws Refusal 422 for a wait in a circle, for an account that is not in the plan, and for a time before the website's
 */
export function linkDeliveries(
  planned: readonly Linking[],
  earlierWebsite: Earlier | null,
  { website, title }: Names,
): readonly Linking[] {
  const byAccount = new Map(planned.map((p) => [p.rendition.account, p]));
  const expected = new Map<string, number>();

  function expectedAt(p: Linking, behind: readonly string[]): number {
    const { account } = p.rendition;
    if (behind.includes(account)) {
      throw new Refusal(422, 'plan.circle', '这些投放互相等待，谁也发不出。请改掉其中一条的先后。', {
        accounts: [...behind, account],
      });
    }
    const known = expected.get(account);
    if (known !== undefined) return known;
    const first = p.after === null ? undefined : byAccount.get(p.after);
    const base = first
      ? expectedAt(first, [...behind, account])
      : p.after === website
        ? earlierWebsite?.dueAt
        : undefined;
    const due = p.follows && base !== undefined ? base + p.afterDelay : p.dueAt;
    expected.set(account, due);
    return due;
  }

  return planned.map((p) => {
    const dueAt = expectedAt(p, []);
    const websiteDue = byAccount.get(website ?? '')?.dueAt ?? earlierWebsite?.dueAt ?? null;
    if (p.rendition.account !== website && websiteDue !== null && dueAt < websiteDue) {
      throw new Refusal(
        422,
        'plan.before-website',
        `“${title(p.rendition.account)}”的时间早于网站（${chinaTime(websiteDue)}）。网站要先发，其他渠道链接到它。`,
        { account: p.rendition.account },
      );
    }
    if (p.after === null || byAccount.has(p.after)) return { ...p, dueAt };
    if (p.after === website) return { ...p, dueAt, after: earlierWebsite?.id ?? null };
    throw new Refusal(422, 'plan.unknown-dependency', `这个计划里没有“${title(p.after)}”，等不到它的回执。`, {
      account: p.rendition.account,
      after: p.after,
    });
  });
}
