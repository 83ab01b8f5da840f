import { z } from 'zod';

const broadcastConnection = z.object({
  /** Directory of the public site. */
  siteDir: z.string().min(1),
  /** Directory of what must not be public; never within `siteDir`. */
  siteStateDir: z.string().min(1),
  /** Signs the list of public files. */
  siteKey: z.string().optional(),
});
export type BroadcastConnection = z.infer<typeof broadcastConnection>;

/** Where rooms lie, or the names of what is missing. */
export function broadcastConnectionOf(
  raw: Readonly<Record<string, string>>,
): { readonly connection: BroadcastConnection } | { readonly missing: string } {
  const parsed = broadcastConnection.safeParse(raw);
  if (parsed.success) return { connection: parsed.data };
  return { missing: parsed.error.issues.map(({ path }) => path.join('.')).join('、') };
}
