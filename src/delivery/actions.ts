import { z } from 'zod';
import type { Publisher } from '../../publishers/contract';
import { problem } from '../../publishers/problems';
import { createIo, type EngineParts } from './context';
import type { Delivery, Exchange } from './delivery';
import { parseInstant } from './instant';
import { parseBody } from './parse-body';
import { Refusal } from './refusal';
import type { Changes } from './store';
import type { State } from './states';

/** What a person or the automation API may ask of a delivery. Each is audited and answers the delivery afterwards. */
export const ACTION_BODIES = {
  cancel: z.strictObject({}),
  hold: z.strictObject({ reason: z.string().trim().min(1).max(200).optional() }),
  resume: z.strictObject({}),
  reschedule: z.strictObject({ at: z.string() }),
  retry: z.strictObject({}),
  resolve: z.discriminatedUnion('found', [
    z.strictObject({ found: z.literal(true), url: z.url({ protocol: /^https?$/ }).max(1_024) }),
    z.strictObject({ found: z.literal(false) }),
  ]),
  withdraw: z.strictObject({ reason: z.string().trim().min(1).max(200) }),
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

const move = async (parts: EngineParts, delivery: Delivery, to: State, changes: Changes): Promise<Delivery> => {
  const after = await parts.store.decide(delivery, to, changes);
  if (!after) throw stateChanged(delivery);
  await parts.store.wakeDependants(after.id);
  return after;
};

const afresh: Changes = {
  intentAt: null,
  answer: null,
  pendingSince: null,
  holdBy: null,
  holdReason: null,
  problem: null,
};

const ACTORS: {
  readonly [A in Action]: (
    parts: EngineParts,
    delivery: Delivery,
    body: ActionBody<A>,
    who: string,
  ) => Promise<Delivery>;
} = {
  cancel: (parts, delivery) => move(parts, delivery, 'cancelled', { nextAt: null }),
  hold: (parts, delivery, body) =>
    move(parts, delivery, 'held', { holdBy: 'person', holdReason: body.reason ?? '人工暂停', nextAt: null }),
  resume: (parts, delivery) => {
    // A freeze is lifted by lifting the freeze; resuming one delivery past it would undo its purpose.
    if (delivery.holdBy === 'freeze') throw new Refusal(409, 'delivery.frozen', '发布已冻结，请先解除冻结。');
    return move(parts, delivery, 'planned', { ...afresh, nextAt: parts.now().getTime() });
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
  resolve: async (parts, delivery, body, who) => {
    const now = parts.now();
    const after = body.found
      ? await move(parts, delivery, 'published', {
          receipt: { id: body.url, url: body.url, at: now.toISOString() },
          publishedAt: now.getTime(),
          problem: null,
          nextAt: null,
        })
      : await move(parts, delivery, delivery.state === 'manual' ? 'cancelled' : 'rejected', {
          problem: problem('delivery.not-found-by-person', { platform: (await publisherOf(parts, delivery)).title }),
          nextAt: null,
        });
    await parts.store.appendAttempt(after, who, {
      at: now.getTime(),
      step: 'person',
      outcome: body.found ? 'found' : 'not-found',
      problem: null,
      exchanges: [],
    });
    return after;
  },
  withdraw: async (parts, delivery, body, who) => {
    const connected = (await parts.accounts()).find((a) => a.account.name === delivery.account);
    const publisher = await publisherOf(parts, delivery);
    if (!publisher.withdraw || !connected || !delivery.receipt) {
      throw new Refusal(409, 'withdraw.by-hand', `${publisher.title}不支持由系统撤回。请到平台上删除，并在此记录。`);
    }
    const exchanges: Exchange[] = [];
    const io = createIo(
      parts,
      connected,
      (exchange) => exchanges.push(exchange),
      () => true,
      delivery,
    );
    const outcome = await publisher.withdraw(delivery.receipt, body.reason, io);
    const trouble = 'problem' in outcome ? outcome.problem : null;
    await parts.store.appendAttempt(delivery, who, {
      at: parts.now().getTime(),
      step: 'withdraw',
      outcome: outcome.state,
      problem: trouble,
      exchanges,
    });
    if (trouble) throw new Refusal(409, 'withdraw.failed', `${trouble.what}${trouble.next}`, { problems: [trouble] });
    return move(parts, delivery, 'withdrawn', { nextAt: null, holdReason: body.reason });
  },
};

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
  if (!ALLOWED[action].includes(delivery.state)) throw stateChanged(delivery);
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

const stateChanged = (delivery: Delivery): Refusal =>
  new Refusal(409, 'delivery.state', '这条投放现在的状态不允许这个操作。请刷新后查看。', { state: delivery.state });

async function publisherOf(parts: EngineParts, delivery: Delivery): Promise<Publisher> {
  const account = (await parts.accounts()).find((a) => a.account.name === delivery.account)?.account;
  const publisher = account && parts.publishers.get(account.publisher);
  if (!publisher)
    throw new Refusal(409, 'account.unknown', '这条投放的渠道账号已不存在。', { account: delivery.account });
  return publisher;
}
