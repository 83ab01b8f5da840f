import { fromChinaLocal } from '../time/china-local';
import type { PlannedDelivery } from '../newsroom/newsroom-api';
import type { Account, Delivery, Mode } from '../newsroom/shapes';

/** What a person has entered for one account. */
export interface PlanRow {
  readonly account: string;
  readonly chosen: boolean;
  readonly mode: Mode;
  /** `now`, or as a clock in China shows it: `2026-11-23T09:00:00`. */
  readonly at: string;
}

const OVER: readonly string[] = ['cancelled', 'withdrawn'];

/** The delivery that already occupies this account and mode for this version; the server refuses a second one. */
export function occupying(
  deliveries: readonly Delivery[],
  version: string,
  row: Pick<PlanRow, 'account' | 'mode'>,
): Delivery | null {
  return (
    deliveries.find(
      (d) => d.version === version && d.account === row.account && d.mode === row.mode && !OVER.includes(d.state),
    ) ?? null
  );
}

/** One row per account, all at the same time. Chosen are those that are well and have nothing planned yet. */
export function startPlan(
  accounts: readonly Account[],
  deliveries: readonly Delivery[],
  version: string,
  at: string,
): readonly PlanRow[] {
  return accounts.map(({ name, modes, healthy }) => {
    const mode = modes[0] ?? 'publish';
    return { account: name, mode, at, chosen: healthy && !occupying(deliveries, version, { account: name, mode }) };
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
  for (const { account, mode, at } of chosen) {
    const instant = at === 'now' ? at : fromChinaLocal(at);
    if (instant === null) return { deliveries: null, obstacle: '请填写完整的日期和时间。' };
    deliveries.push({ account, mode, at: instant });
  }
  return { deliveries, obstacle: null };
}
