import { z } from 'zod';
import type { Removal } from '../../publishers/contract';
import type { EngineParts } from './context';
import type { Delivery } from './delivery';
import { requireReleasable, settleDependant } from './dependants';
import { parseInstant } from './instant';
import { moveByPerson as move } from './move-by-person';
import { parseBody } from './parse-body';
import { Refusal } from './refusal';
import { resolvePublication, resolveWithdrawal } from './resolve';
import { stateChanged } from './state-changed';
import { STOPPABLE, type State } from './states';
import type { Changes } from './store/changes';
import { requestWithdrawal } from './withdrawals';

/** What a person or the automation API may ask of a delivery. Each is audited and answers the delivery afterwards. */
export const ACTION_BODIES = {
  cancel: z.strictObject({
    /** What becomes of those that wait for it; default `hold`. */
    dependants: z.enum(['hold', 'cancel', 'release']).optional(),
  }),
  hold: z.strictObject({ reason: z.string().trim().min(1).max(200).optional() }),
  resume: z.strictObject({}),
  reschedule: z.strictObject({ at: z.string() }),
  retry: z.strictObject({}),
  resolve: z.discriminatedUnion('found', [
    z.strictObject({
      found: z.literal(true),
      url: z.url({ protocol: /^https?$/ }).max(1_024),
      vouched: z.boolean().optional(),
    }),
    z.strictObject({ found: z.literal(false) }),
  ]),
  withdraw: z.strictObject({
    /** Shown to readers where the kind is `withdrawn`; kept with the delivery in any case. */
    reason: z.string().trim().min(1).max(200),
    /** What readers find there; default `withdrawn`. `moved` is for the website. */
    kind: z.enum(['withdrawn', 'moved', 'gone']).optional(),
    /** The explainer to which a `moved` one leads. */
    to: z.string().trim().min(1).max(128).optional(),
  }),
} as const;
export type Action = keyof typeof ACTION_BODIES;
export type ActionBody<A extends Action> = z.infer<(typeof ACTION_BODIES)[A]>;

type Actor = (parts: EngineParts, delivery: Delivery, body: never, who: string) => Promise<Delivery>;

/** From which states an act is possible; everything else is refused with the present state in words. */
export const ALLOWED: Readonly<Record<Action, readonly State[]>> = {
  cancel: ['planned', 'preparing', 'ready', 'held', 'missed', 'rejected', 'manual'],
  hold: ['planned', 'preparing', 'ready'],
  resume: ['held'],
  reschedule: ['planned', 'preparing', 'ready', 'held', 'missed', 'rejected'],
  retry: ['rejected', 'missed', 'manual'],
  resolve: ['uncertain', 'manual'],
  withdraw: ['published'],
};

const afresh: Changes = {
  intentAt: null,
  answer: null,
  pendingSince: null,
  holdBy: null,
  holdReason: null,
  problem: null,
  lateCause: null,
};

const ACTORS: {
  readonly [A in Action]: (
    parts: EngineParts,
    delivery: Delivery,
    body: ActionBody<A>,
    who: string,
  ) => Promise<Delivery>;
} = {
  cancel: async (parts, delivery, body, who) => {
    const waiting = await parts.store.dependantsOf(delivery.id, STOPPABLE);
    if (body.dependants === 'release') await requireReleasable(parts, delivery);
    const after = await move(parts, delivery, 'cancelled', { nextAt: null });
    for (const dependant of waiting) await settleDependant(parts, dependant, body.dependants ?? 'hold', who);
    return after;
  },
  hold: (parts, delivery, body) =>
    move(parts, delivery, 'held', {
      holdBy: 'person',
      holdReason: body.reason ?? '人工暂停',
      lateCause: 'person',
      nextAt: null,
    }),
  resume: (parts, delivery) => {
    // A freeze is lifted by lifting the freeze; resuming one delivery past it would undo its purpose.
    if (delivery.holdBy === 'freeze') throw new Refusal(409, 'delivery.frozen', '发布已冻结，请先解除冻结。');
    return move(parts, delivery, 'planned', {
      ...afresh,
      lateCause: delivery.lateCause,
      nextAt: parts.now().getTime(),
    });
  },
  reschedule: (parts, delivery, body) => {
    const dueAt = parseInstant(body.at);
    if (dueAt < parts.now().getTime() - 60_000) {
      throw new Refusal(422, 'plan.time-past', '新的时间已经过去。请选一个将来的时间。', { at: body.at });
    }
    return move(parts, delivery, 'planned', { ...afresh, dueAt, nextAt: parts.now().getTime() });
  },
  retry: (parts, delivery) => {
    const now = parts.now().getTime();
    // Prepared again from the start: a draft may have been used up, and what was uploaded is found in the cache.
    return move(parts, delivery, 'planned', { ...afresh, done: null, prepared: null, dueAt: now, nextAt: now });
  },
  resolve: (parts, delivery, body, who) =>
    delivery.kind === 'withdraw'
      ? resolveWithdrawal(parts, delivery, body, who)
      : resolvePublication(parts, delivery, body, who),
  withdraw: async (parts, delivery, body, who) => {
    await requestWithdrawal(parts, delivery, { reason: body.reason, removal: removalOf(body) }, who);
    return delivery;
  },
};

function removalOf({ kind = 'withdrawn', to }: ActionBody<'withdraw'>): Removal {
  if ((kind === 'moved') !== (to !== undefined)) {
    throw new Refusal(422, 'withdraw.moved-nowhere', '移动时要写明转到哪一篇解读（to）；撤下时不写。', { kind });
  }
  return kind === 'moved' ? { kind, to: to ?? '' } : { kind };
}

/** A withdrawal that is done is nothing that could be withdrawn. */
const allowed = (action: Action, delivery: Delivery): boolean =>
  ALLOWED[action].includes(delivery.state) && !(action === 'withdraw' && delivery.kind === 'withdraw');

/**
 * Does what was asked.
 * @throws Refusal 404 for an unknown delivery, 409 where its state does not allow the act, 400 for a bad body
 */
export async function act(
  parts: EngineParts,
  id: string,
  action: Action,
  body: unknown,
  who: string,
): Promise<Delivery> {
  const delivery = await parts.store.get(id);
  if (!delivery) throw new Refusal(404, 'delivery.unknown', '没有这条投放。', { delivery: id });
  const asked = parseBody(ACTION_BODIES[action], body ?? {});
  if (!allowed(action, delivery)) throw stateChanged(delivery);
  // The body was parsed by the schema of this very action, one line above.
  const actor = ACTORS[action] as Actor;
  const after = await actor(parts, delivery, asked as never, who);
  await parts.store.settleNotices(id);
  await parts.store.audit(who, action, id, {
    from: delivery.state,
    to: after.state,
    body: JSON.stringify(asked),
  });
  return after;
}
