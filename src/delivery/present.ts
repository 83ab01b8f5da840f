import type { Attempt, Delivery } from './delivery';
import { ZONE } from './china-time';

const iso = (at: number): string => new Date(at).toISOString();

/** A delivery as the automation API and the newsroom show it. */
export const presentDelivery = (delivery: Delivery, attempts: readonly Attempt[]) => ({
  id: delivery.id,
  plan: delivery.plan,
  explainer: delivery.explainer,
  version: delivery.version,
  account: delivery.account,
  mode: delivery.mode,
  kind: delivery.kind,
  target: delivery.target,
  dueAt: iso(delivery.dueAt),
  zone: ZONE,
  state: delivery.state,
  hash: delivery.rendition,
  dependsOn: delivery.dependsOn,
  holdBy: delivery.holdBy,
  holdReason: delivery.holdReason,
  attempts: attempts.map((a) => ({ at: iso(a.at), step: a.step, outcome: a.outcome, problem: a.problem })),
  receipt: delivery.receipt,
  problem: delivery.problem,
  updatedAt: iso(delivery.updatedAt),
});
