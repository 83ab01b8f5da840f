import { z } from 'zod';
import { ACCOUNT_KINDS_BY_PUBLISHER } from './account-kinds';

const title = z.string().trim().min(1).max(60);
/** A calendar day, `2027-03-31`. */
const certifiedUntil = z.iso.date().nullable();
/** Parsed by the kind of the account; see `account-kinds.ts`. */
const entry = z.record(z.string(), z.unknown());

const publisher = z.enum(Object.keys(ACCOUNT_KINDS_BY_PUBLISHER) as (keyof typeof ACCOUNT_KINDS_BY_PUBLISHER)[]);

export const newAccountBody = z.strictObject({
  publisher,
  /** Stable: it stands in plans, addresses of callbacks and the automation API. */
  name: z.string().regex(/^[a-z][a-z0-9-]{1,30}$/),
  title,
  credentials: entry,
  settings: entry.default({}),
  certifiedUntil: certifiedUntil.default(null),
});
export type NewAccount = z.infer<typeof newAccountBody>;

export const accountChangesBody = z.strictObject({
  title: title.optional(),
  credentials: entry.optional(),
  settings: entry.optional(),
  certifiedUntil: certifiedUntil.optional(),
});
export type AccountChanges = z.infer<typeof accountChangesBody>;

/** To whom a trial is shown: his name on the platform (微信号). */
export const showTrialBody = z.strictObject({ to: z.string().trim().min(2).max(64) });

/** An account as it would be, for a look at what it would publish. */
export const accountPreviewBody = z.strictObject({
  publisher,
  settings: entry,
  explainer: z.string().min(1).max(64),
});
export type AccountPreview = z.infer<typeof accountPreviewBody>;
