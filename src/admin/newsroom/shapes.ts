/** What the server answers under `/mingbai`, parsed before it is believed. Instants are ISO 8601 in UTC. */
import { z } from 'zod';
import { STATES } from '../delivery/states';

export const problem = z.object({
  code: z.string(),
  kind: z.string(),
  severity: z.enum(['error', 'warning']),
  what: z.string(),
  next: z.string(),
  field: z.string().nullable(),
});
export type Problem = z.infer<typeof problem>;

const mode = z.enum(['publish', 'mass']);
export type Mode = z.infer<typeof mode>;

const attempt = z.object({
  at: z.string(),
  step: z.string(),
  outcome: z.string(),
  problem: problem.nullable(),
});
export type Attempt = z.infer<typeof attempt>;

export const delivery = z.object({
  id: z.string(),
  explainer: z.string(),
  explainerTitle: z.string(),
  version: z.string(),
  versionNumber: z.number().nullable(),
  account: z.string(),
  accountTitle: z.string(),
  mode,
  /** `withdraw` takes back what another delivery published. */
  kind: z.enum(['publish', 'withdraw']),
  dueAt: z.string(),
  state: z.enum(STATES),
  hash: z.string(),
  attempts: z.array(attempt),
  receipt: z.object({ id: z.string(), url: z.string().nullable(), at: z.string() }).nullable(),
  problem: problem.nullable(),
  holdReason: z.string().nullable(),
  /** Accounts whose deliveries wait for this one; only of a delivery that is read by itself. */
  dependants: z.array(z.string()).optional(),
});
export type Delivery = z.infer<typeof delivery>;

export const deliveryPage = z.object({ items: z.array(delivery), total: z.number() });
export type DeliveryPage = z.infer<typeof deliveryPage>;

export const explainer = z.object({
  id: z.string(),
  revision: z.number(),
  changedSinceSigning: z.boolean(),
  /** In the order in which they were signed. */
  versions: z.array(
    z.object({ id: z.string(), number: z.number(), hash: z.string(), signedAt: z.string(), signedBy: z.string() }),
  ),
  deliveries: z.array(delivery),
  checks: z.array(problem),
});
export type Explainer = z.infer<typeof explainer>;
export type SignedVersion = Explainer['versions'][number];

export const rendition = z.object({
  account: z.string(),
  title: z.string(),
  publisher: z.string(),
  hash: z.string(),
  problems: z.array(problem),
  counters: z.array(z.object({ label: z.string(), value: z.number(), limit: z.number() })),
  /** A complete HTML document. */
  preview: z.string(),
});
export type Rendition = z.infer<typeof rendition>;

export const account = z.object({
  name: z.string(),
  title: z.string(),
  publisher: z.string(),
  healthy: z.boolean(),
  problem: problem.nullable(),
  /** Since when the platform refuses it and its deliveries are held; null while they go out. */
  heldSince: z.string().nullable(),
  modes: z.array(mode),
  canWithdraw: z.boolean(),
  /** The environment's accounts are the operator's; `system` belongs to the product. */
  origin: z.enum(['system', 'environment', 'sandbox', 'admin']),
  /** The platform does not let it publish by interface: a person posts what was prepared. */
  byHand: z.boolean(),
  /** What the platform says that it may do; null before it was asked. */
  profile: z
    .object({
      capabilities: z.array(z.object({ name: z.string(), title: z.string(), may: z.boolean().nullable() })),
      calls: z.array(z.object({ title: z.string(), limit: z.number(), remain: z.number() })),
      askedAt: z.string(),
    })
    .nullable(),
  /** Last day of the certificate, and the days until then. */
  certifiedUntil: z.string().nullable(),
  certifiedDays: z.number().nullable(),
});
export type Account = z.infer<typeof account>;

/** One account as those see it who manage it. Of secrets only that they are saved. */
export const accountDetails = account.extend({
  editable: z.enum(['all', 'settings', 'nothing']),
  credentials: z.array(
    z.object({
      name: z.string(),
      title: z.string(),
      required: z.boolean(),
      saved: z.boolean(),
      ending: z.string().nullable(),
    }),
  ),
  settings: z.record(z.string(), z.unknown()),
  canTry: z.boolean(),
  /** To be entered on the platform, so that it pushes events and messages; null where nothing is pushed. */
  pushAddress: z.string().nullable(),
  uses: z.array(z.object({ title: z.string(), limit: z.number(), used: z.number() })),
});
export type AccountDetails = z.infer<typeof accountDetails>;

export const words = z.object({ words: z.string() });
export const previewSamples = z.array(z.object({ explainer: z.string(), title: z.string() }));
export const preview = z.object({ preview: z.string() });

export const status = z.object({
  overdue: z.number(),
  uncertain: z.number(),
  missed: z.number(),
  held: z.number(),
  tickAgeSeconds: z.number().nullable(),
  frozen: z.object({ reason: z.string(), accounts: z.array(z.string()).nullable() }).nullable(),
});
export type Status = z.infer<typeof status>;

export const notice = z.object({
  id: z.string(),
  kind: z.string(),
  text: z.string(),
  delivery: z.string().nullable(),
  explainer: z.string().nullable(),
  at: z.string(),
  readAt: z.string().nullable(),
});
export type Notice = z.infer<typeof notice>;

export const signed = z.object({ version: z.string(), number: z.number(), hash: z.string() });

/** Questions with the same words. `lastAskedAt` is the beginning of an hour; `explainer` is what they were answered with. */
const question = z.object({
  words: z.string(),
  example: z.string(),
  times: z.number(),
  lastAskedAt: z.string(),
  explainer: z.object({ id: z.string(), title: z.string() }).nullable(),
  /** False where that was only the nearest. */
  fits: z.boolean(),
});
export type Question = z.infer<typeof question>;

export const questionList = z.object({ days: z.number(), items: z.array(question) });
export type QuestionList = z.infer<typeof questionList>;
