import type { Delivery } from '../../../src/delivery/delivery';
import { NEEDS_PERSON, OPEN } from '../../../src/delivery/states';
import type { Truth } from './truth';

export type Crime = 'twice' | 'lost' | 'false';

export interface Finding {
  readonly crime: Crime;
  readonly delivery: string;
  readonly why: string;
}

/** Everything that says what became of the deliveries. */
export interface Record {
  readonly deliveries: readonly Delivery[];
  readonly truthOf: (delivery: Delivery) => Truth;
  /** Whether staff were told of it, by itself or by a notice that speaks for many. */
  readonly told: (delivery: Delivery) => boolean;
  /** Ids of deliveries that people cancelled, themselves or with what they wait for, or looked for on the platform. */
  readonly decided: ReadonlySet<string>;
}

/** Compares what the product says with what readers can see. */
export function judge(record: Record): readonly Finding[] {
  const byId = new Map(record.deliveries.map((one) => [one.id, one]));
  return record.deliveries.flatMap((delivery) => {
    const found =
      delivery.kind === 'publish' ? publication(record, byId, delivery) : withdrawal(record, byId, delivery);
    return found.map(([crime, why]): Finding => ({ crime, why, delivery: delivery.id }));
  });
}

type Found = readonly (readonly [Crime, string])[];
type ById = ReadonlyMap<string, Delivery>;

function publication(record: Record, byId: ById, delivery: Delivery): Found {
  const truth = record.truthOf(delivery);
  const found: [Crime, string][] = [];
  if (truth.times > 1) found.push(['twice', `public ${truth.times} times`]);
  if (delivery.state === 'published') {
    if (!truth.visible && !isBeingWithdrawn(record, delivery))
      found.push(['false', 'published, but nobody can see it']);
    const { receipt } = delivery;
    if (!receipt || !truth.names.includes(receipt.id))
      found.push(['false', `its receipt is not its own: ${receipt?.id}`]);
    if (truth.damage) found.push(['false', truth.damage]);
  } else if (delivery.state === 'withdrawn') {
    if (truth.visible) found.push(['false', 'withdrawn, but readers see it']);
    if (truth.damage) found.push(['false', truth.damage]);
  } else if (delivery.state !== 'uncertain' && truth.visible) {
    found.push(['false', `${delivery.state}, but public`]);
  }
  const lost = whyLost(record, byId, delivery);
  return lost === null ? found : [...found, ['lost', lost]];
}

/** While nobody knows whether it was taken back, either may be true. */
const isBeingWithdrawn = ({ deliveries }: Record, { id }: Delivery): boolean =>
  deliveries.some(({ kind, target, state }) => kind === 'withdraw' && target === id && state === 'uncertain');

function withdrawal(record: Record, byId: ById, delivery: Delivery): Found {
  const target = byId.get(delivery.target ?? '');
  const found: [Crime, string][] = [];
  if (delivery.state === 'published' && (target?.state !== 'withdrawn' || record.truthOf(target).visible)) {
    found.push(['false', `taken back, but its target is ${target?.state}`]);
  }
  const lost = whyLost(record, byId, delivery);
  return lost === null ? found : [...found, ['lost', lost]];
}

/** Null for what is done, in front of a person, or set aside on purpose. */
function whyLost(record: Record, byId: ById, delivery: Delivery): string | null {
  const { state, holdBy, id } = delivery;
  const dependency = byId.get(delivery.dependsOn ?? '');
  if (OPEN.includes(state)) return `still ${state}, next look ${delivery.nextAt ?? 'never'}`;
  if (NEEDS_PERSON.includes(state))
    return record.told(delivery) || record.decided.has(id) ? null : `${state}, and nobody was told`;
  if (state === 'held') {
    if (holdBy === 'person') return null;
    const waits = holdBy === 'dependency' && dependency !== undefined && dependency.state !== 'published';
    return waits ? null : `held by ${holdBy}, which is over`;
  }
  if (state === 'cancelled') {
    const byRule = delivery.otherwise === 'cancel' && dependency !== undefined && dependency.state !== 'published';
    return byRule || record.decided.has(id) || delivery.problem?.code === 'delivery.dependency'
      ? null
      : 'cancelled, and nobody wanted it';
  }
  return null;
}
