import { z } from 'zod';
import { HOLDERS } from '../delivery/delivery';
import { STATES } from '../delivery/states';

/** What the automation API answers. */
export const idAnswer = z.object({ id: z.string() });

export const problemShape = z.object({
  code: z.string(),
  kind: z.string(),
  severity: z.enum(['error', 'warning']),
  what: z.string(),
  next: z.string(),
  field: z.string().nullable(),
});

export const mediaShape = z.object({
  id: z.string(),
  url: z.string(),
  mime: z.string(),
  width: z.number().nullable(),
  height: z.number().nullable(),
});

export const attemptShape = z.object({
  at: z.iso.datetime(),
  step: z.enum(['prepare', 'commit', 'confirm', 'withdraw', 'person']),
  outcome: z.string(),
  problem: problemShape.nullable(),
});

export const deliveryShape = z.object({
  id: z.string(),
  plan: z.string(),
  explainer: z.string(),
  version: z.string(),
  account: z.string(),
  mode: z.enum(['publish', 'mass']),
  /** `withdraw` takes back what `target` published. */
  kind: z.enum(['publish', 'withdraw']),
  target: z.string().nullable(),
  dueAt: z.iso.datetime(),
  zone: z.literal('Asia/Shanghai'),
  state: z.enum(STATES),
  hash: z.string(),
  dependsOn: z.string().nullable(),
  holdBy: z.enum(HOLDERS).nullable(),
  holdReason: z.string().nullable(),
  attempts: z.array(attemptShape),
  receipt: z.object({ id: z.string(), url: z.string().nullable(), at: z.iso.datetime() }).nullable(),
  problem: problemShape.nullable(),
  updatedAt: z.iso.datetime(),
});

/** `problem` tells at planning time what will keep it from its moment, a quota for instance. */
export const plannedShape = deliveryShape.pick({ id: true, account: true, dueAt: true, state: true, problem: true });

export const renditionShape = z.object({
  account: z.string(),
  rendition: z.record(z.string(), z.unknown()),
  hash: z.string(),
  problems: z.array(problemShape),
});

export const freezeShape = z
  .object({ reason: z.string(), accounts: z.array(z.string()).nullable(), since: z.iso.datetime() })
  .nullable();

export const statusShape = z.object({
  overdue: z.number(),
  oldestOpenSeconds: z.number(),
  uncertain: z.number(),
  missed: z.number(),
  held: z.number(),
  rejected: z.number(),
  manual: z.number(),
  tickAgeSeconds: z.number().nullable(),
  /** How far a rebuild of the site has come, percent; null while none is under way. */
  siteRebuild: z.number().nullable(),
  frozen: freezeShape,
  accounts: z.array(
    z.object({
      name: z.string(),
      healthy: z.boolean(),
      problem: problemShape.nullable(),
      heldSince: z.iso.datetime().nullable(),
    }),
  ),
});

export const punctualityShape = z.object({
  from: z.iso.datetime(),
  to: z.iso.datetime(),
  summary: z.object({
    count: z.number(),
    sent: z.number(),
    onTime: z.number(),
    onTimeShare: z.number().nullable(),
    p50: z.number().nullable(),
    p99: z.number().nullable(),
    worst: z.number().nullable(),
  }),
  rows: z.array(
    z.object({
      delivery: z.string(),
      explainer: z.string(),
      title: z.string(),
      account: z.string(),
      accountTitle: z.string(),
      mode: z.enum(['publish', 'mass']),
      state: z.enum(STATES),
      planned: z.iso.datetime(),
      actual: z.iso.datetime().nullable(),
      confirmed: z.iso.datetime().nullable(),
      delaySeconds: z.number().nullable(),
      cause: z.string().nullable(),
      causeText: z.string().nullable(),
    }),
  ),
  /** Given back as `after`, it asks for the following page; null on the last. */
  next: z.string().nullable(),
});

export const errorShape = z.object({
  error: z.object({ code: z.string(), message: z.string(), details: z.record(z.string(), z.unknown()) }),
});
