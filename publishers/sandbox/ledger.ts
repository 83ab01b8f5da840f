import { z } from 'zod';

/** One thing that became visible to readers. The ledger of these is what "exactly once" is measured on. */
export const ledgerEntry = z.object({
  /** ISO 8601, UTC. */
  at: z.string(),
  platform: z.enum(['wechat', 'weibo']),
  /** `article`: on the account's page; `mass`: pushed to followers; `status`: a Weibo post; `by-hand`: posted by a person. */
  kind: z.enum(['article', 'mass', 'status', 'by-hand']),
  /** The platform's id: article_id (with `:2`, `:3` … for further articles of one publication), msg_id or mid. */
  id: z.string(),
  title: z.string(),
  text: z.string(),
  url: z.string(),
  /** Value of the parameter `pub` in the source link or in a link of the text; null when there is none. */
  marker: z.string().nullable(),
  /** The source link (阅读原文) or the first link of the text, in full. */
  link: z.string().nullable(),
  /** How many followers it was pushed to; left out where it was not. */
  reach: z.number().optional(),
});
export type LedgerEntry = z.infer<typeof ledgerEntry>;

/** The marker by which a client recognises its own delivery. */
export function markerOf(link: string | null): string | null {
  if (link === null || !URL.canParse(link)) return null;
  return new URL(link).searchParams.get('pub');
}
