import { z } from 'zod';

const wechatConnection = z.object({
  apiBaseUrl: z.url().transform((address) => address.replace(/\/+$/, '')),
  appId: z.string().min(1),
  appSecret: z.string().min(1),
  /** Where readers open articles. Pages that people name are fetched from here only. */
  articleBaseUrl: z
    .url()
    .default('https://mp.weixin.qq.com')
    .transform((address) => address.replace(/\/+$/, '')),
});
export type WechatConnection = z.infer<typeof wechatConnection>;

/** How to reach the account, or the names of what is missing or malformed. */
export function wechatConnectionOf(
  raw: Readonly<Record<string, string>>,
): { readonly connection: WechatConnection } | { readonly missing: string } {
  const parsed = wechatConnection.safeParse(raw);
  if (parsed.success) return { connection: parsed.data };
  return { missing: [...new Set(parsed.error.issues.map(({ path }) => path.join('.')))].join('、') };
}

/** Begins every cache key: nothing that one account or the sandbox gave out may be used with another. */
export const cachePrefix = ({ apiBaseUrl, appId }: WechatConnection): string => `wechat:${apiBaseUrl}:${appId}`;
