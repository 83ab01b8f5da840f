import { z } from 'zod';

const weiboConnection = z.object({
  apiBaseUrl: z.url().transform((address) => address.replace(/\/+$/, '')),
  accessToken: z.string().min(1),
  uid: z.string().regex(/^\d+$/),
  /** Public IP of the operating user, which every writing call demands. */
  rip: z.string().min(1),
  publicBaseUrl: z
    .url()
    .default('https://weibo.com')
    .transform((address) => address.replace(/\/+$/, '')),
});
export type WeiboConnection = z.infer<typeof weiboConnection>;

/** How to reach the account, or the names of what is missing or malformed. */
export function weiboConnectionOf(
  raw: Readonly<Record<string, string>>,
): { readonly connection: WeiboConnection } | { readonly missing: string } {
  const parsed = weiboConnection.safeParse(raw);
  if (parsed.success) return { connection: parsed.data };
  return { missing: [...new Set(parsed.error.issues.map(({ path }) => path.join('.')))].join('、') };
}
