import { fromChinaLocal } from '../time/china-local';
import type { PlannedDelivery } from '../newsroom/newsroom-api';
import type { Account, Delivery, Mode } from '../newsroom/shapes';

/** What a person has entered for one account; what is left out follows the suggestion. */
export interface PlanChoice {
  readonly chosen?: boolean;
  readonly mode?: Mode;
  /** `now`, or as a clock in China shows it: `2026-11-23T09:00:00`. */
  readonly at?: string;
  /** Goes out so many minutes after the website instead of at a time of its own; null = at its own time. */
  readonly minutesAfterSite?: string | null;
}

export interface PlanRow extends Required<PlanChoice> {
  readonly account: Account;
  /** The modes in which this version is not planned for the account yet; never empty. */
  readonly modes: readonly Mode[];
  /** Whether there is a website delivery of this version, in this plan or before, that it can follow. */
  readonly mayFollow: boolean;
}

/** After these the same version may be planned for the account again. */
const OVER: readonly string[] = ['cancelled', 'withdrawn'];

/** The modes of an account for which nothing is planned or published; the server refuses the others. */
function freeModes(account: Account, deliveries: readonly Delivery[], version: string): readonly Mode[] {
  const taken = deliveries.filter(
    (d) => d.version === version && d.account === account.name && !OVER.includes(d.state),
  );
  return account.modes.filter((mode) => !taken.some((d) => d.mode === mode));
}

/**
 * One row for each account that can still be planned. Suggested are those that are well and have nothing planned in
 * any mode: pushing something to followers a second time must be somebody's own idea.
 * @param at the time for rows without one of their own
 */
export function planRows(
  accounts: readonly Account[],
  deliveries: readonly Delivery[],
  version: string,
  at: string,
  choices: Readonly<Record<string, PlanChoice>>,
): readonly PlanRow[] {
  const website = accounts.find(({ publisher }) => publisher === 'website')?.name;
  const siteChosen = website !== undefined && (choices[website]?.chosen ?? true);
  const sitePlanned = deliveries.some((d) => d.version === version && d.account === website && !OVER.includes(d.state));
  return accounts.flatMap((account): PlanRow[] => {
    const modes = freeModes(account, deliveries, version);
    const [first] = modes;
    if (!first) return [];
    const choice = choices[account.name] ?? {};
    const untouched = account.healthy && modes.length === account.modes.length;
    const mayFollow = account.name !== website && (siteChosen || sitePlanned);
    return [
      {
        account,
        modes,
        mayFollow,
        minutesAfterSite: mayFollow ? (choice.minutesAfterSite ?? null) : null,
        mode: choice.mode && modes.includes(choice.mode) ? choice.mode : first,
        chosen: choice.chosen ?? untouched,
        at: choice.at ?? at,
      },
    ];
  });
}

export type PlanReading =
  | { readonly deliveries: readonly PlannedDelivery[]; readonly obstacle: null }
  | { readonly deliveries: null; readonly obstacle: string };

/** What would be sent to the server, or why nothing can be sent yet. */
export function readPlan(rows: readonly PlanRow[]): PlanReading {
  const chosen = rows.filter((row) => row.chosen);
  if (chosen.length === 0) return { deliveries: null, obstacle: '请选择渠道。' };
  const deliveries: PlannedDelivery[] = [];
  const website = rows.find(({ account }) => account.publisher === 'website')?.account.name ?? 'website';
  for (const { account, mode, at, minutesAfterSite } of chosen) {
    if (minutesAfterSite !== null) {
      if (!/^\d{1,4}$/.test(minutesAfterSite)) return { deliveries: null, obstacle: '请填写网站发布后多少分钟。' };
      const after = { account: website, delay: `PT${Number(minutesAfterSite)}M` };
      deliveries.push({ account: account.name, mode, after });
      continue;
    }
    const instant = at === 'now' ? at : fromChinaLocal(at);
    if (instant === null) return { deliveries: null, obstacle: '请填写完整的日期和时间。' };
    deliveries.push({ account: account.name, mode, at: instant });
  }
  return { deliveries, obstacle: null };
}
