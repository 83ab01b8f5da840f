import { z } from 'zod';
import type { Json, Problem, Receipt, Removal, Rendition } from '../../publishers/contract';
import { STATES } from './states';

/** Who or what holds a delivery back. */
export const HOLDERS = ['person', 'freeze', 'dependency', 'account', 'quota'] as const;
export type Holder = (typeof HOLDERS)[number];

/** Whole milliseconds since 1970, UTC. SQLite gives numbers, PostgreSQL strings. */
const millis = z.coerce.number();

const jsonText = z
  .string()
  .nullable()
  .transform((text): Json => (text === null ? null : (JSON.parse(text) as Json)));

export const problemSchema = z.object({
  code: z.string(),
  kind: z.enum(['input', 'config', 'permission', 'later', 'unknown', 'bug']),
  severity: z.enum(['error', 'warning']),
  what: z.string(),
  next: z.string(),
  field: z.string().nullable(),
}) satisfies z.ZodType<Problem>;

export const receiptSchema = z.object({
  id: z.string(),
  url: z.string().nullable(),
  at: z.string(),
}) satisfies z.ZodType<Receipt>;

export const removalSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('withdrawn') }),
  z.object({ kind: z.literal('moved'), to: z.string() }),
  z.object({ kind: z.literal('gone') }),
]) satisfies z.ZodType<Removal>;

/** A row of the deliveries table, parsed. */
export const deliveryRow = z
  .object({
    id: z.string(),
    plan: z.string(),
    explainer: z.string(),
    version: z.string(),
    account: z.string(),
    mode: z.enum(['publish', 'mass']),
    rendition: z.string(),
    due_at: millis,
    grace: millis,
    state: z.enum(STATES),
    depends_on: z.string().nullable(),
    next_at: millis.nullable(),
    lease_owner: z.string().nullable(),
    lease_until: millis.nullable(),
    fence: z.number(),
    done: jsonText,
    prepared: jsonText,
    intent_at: millis.nullable(),
    answer: jsonText,
    pending_since: millis.nullable(),
    tries: z.number(),
    asks: z.number(),
    receipt: jsonText.transform((value) => receiptSchema.nullable().parse(value)),
    problem: jsonText.transform((value) => problemSchema.nullable().parse(value)),
    hold_by: z.enum(HOLDERS).nullable(),
    hold_reason: z.string().nullable(),
    published_at: millis.nullable(),
    kind: z.enum(['publish', 'withdraw']),
    target: z.string().nullable(),
    reason: z.string().nullable(),
    removal: jsonText.transform((value) => removalSchema.nullable().parse(value)),
    after_delay: millis,
    follows: z.coerce.boolean(),
    otherwise: z.enum(['hold', 'cancel']),
    late_cause: z.string().nullable(),
    created_at: millis,
    updated_at: millis,
  })
  .transform((r) => ({
    id: r.id,
    plan: r.plan,
    explainer: r.explainer,
    version: r.version,
    account: r.account,
    mode: r.mode,
    rendition: r.rendition,
    dueAt: r.due_at,
    grace: r.grace,
    state: r.state,
    dependsOn: r.depends_on,
    nextAt: r.next_at,
    leaseOwner: r.lease_owner,
    leaseUntil: r.lease_until,
    fence: r.fence,
    done: r.done,
    prepared: r.prepared,
    intentAt: r.intent_at,
    answer: r.answer,
    pendingSince: r.pending_since,
    tries: r.tries,
    asks: r.asks,
    receipt: r.receipt,
    problem: r.problem,
    holdBy: r.hold_by,
    holdReason: r.hold_reason,
    publishedAt: r.published_at,
    kind: r.kind,
    target: r.target,
    reason: r.reason,
    removal: r.removal,
    afterDelay: r.after_delay,
    follows: r.follows,
    otherwise: r.otherwise,
    lateCause: r.late_cause,
    createdAt: r.created_at,
    updatedAt: r.updated_at,
  }));

/** One rendition, one account, one moment. Times in milliseconds UTC, `grace` in milliseconds. */
export type Delivery = z.output<typeof deliveryRow>;

/** One HTTP exchange as kept with an attempt: redacted and cut. */
export interface Exchange {
  readonly method: string;
  readonly url: string;
  readonly request: string | null;
  readonly status: number | null;
  readonly response: string | null;
  readonly milliseconds: number;
}

export interface Attempt {
  readonly at: number;
  readonly step: 'prepare' | 'commit' | 'confirm' | 'withdraw' | 'person';
  readonly outcome: string;
  readonly problem: Problem | null;
  readonly exchanges: readonly Exchange[];
}

/** What the engine needs to know of a version and an account to make deliveries of them. */
export interface PlannedDelivery {
  readonly rendition: Rendition;
  readonly hash: string;
  /** Milliseconds UTC. */
  readonly dueAt: number;
  readonly grace: number;
  /** Account in the same plan whose receipt this one waits for, or the id of an earlier delivery. */
  readonly after: string | null;
  /** Milliseconds after that receipt. */
  readonly afterDelay: number;
  /** Its time is counted from that receipt; `dueAt` is only what is expected of it. */
  readonly follows: boolean;
  readonly otherwise: 'hold' | 'cancel';
  /** What staff should know of it already; shown with the delivery. */
  readonly warning: Problem | null;
}
