import { z } from 'zod';
import type { Account, Json } from '../contract';

/**
 * Who runs the site: the marks that every page of a government site carries. The defaults are invented and say so; a
 * real office replaces every one of them and sets `demo` to false.
 *
 * A value of the wrong shape falls back to its default instead of throwing, because `render` must not throw;
 * `verify` reports it.
 */
export const siteSettings = z.object({
  /** Registered full name of the site (SiteName). */
  name: z.string().min(1).default('云澜市政策解读'),
  /** Main domain without scheme (SiteDomain). */
  domain: z
    .string()
    .regex(/^[^/:\s]+$/)
    .default('yunlan.example'),
  /** 网站标识码 (SiteIDCode): ten digits, or `bm` and eight digits for central bodies. */
  idCode: z
    .string()
    .regex(/^(\d{10}|bm\d{8})$/)
    .default('0000000000'),
  /** 主办单位. */
  organiser: z.string().min(1).default('云澜市人民政府办公室'),
  /** 承办单位; empty when there is none. */
  undertaker: z.string().default('云澜市政务公开中心'),
  /** 联系方式, as readers should see it. */
  contact: z.string().min(1).default('0000-12345（工作日 9:00—17:30）'),
  /** ICP备案号. */
  icp: z.string().min(1).default('演示ICP备00000000号'),
  /** 公安机关备案号. */
  police: z.string().min(1).default('演示公网安备00000000000000号'),
  /** One line: what this place is and for whom. */
  description: z.string().min(1).default('把市里的政策讲明白：说了什么、和您有什么关系、该怎么办。'),
  /** Address of the registry page behind 党政机关网站标识; the mark is shown only when it has been issued. */
  officialMarkUrl: z.url().nullable().default(null),
  /** Address behind 我为政府网站找错; shown only when it has been issued. */
  reportErrorUrl: z.url().nullable().default(null),
  /** Everyday questions offered as examples under the search box. */
  questions: z
    .array(z.string().min(1))
    .max(5)
    .default(['户口不在本地能参保吗', '孩子上大班要交多少钱', '小店换设备有补贴吗']),
  /** Marks every page as 演示数据. */
  demo: z.boolean().default(true),
});

export type SiteIdentity = z.infer<typeof siteSettings>;

/** The site of an account; every setting that is missing or wrong takes its default. */
export function siteOf(account: Account): SiteIdentity {
  const given = isRecord(account.settings) ? account.settings : {};
  const result = siteSettings.safeParse(given);
  if (result.success) return result.data;
  const wrong = new Set(result.error.issues.map((issue) => issue.path[0]));
  return siteSettings.parse(Object.fromEntries(Object.entries(given).filter(([key]) => !wrong.has(key))));
}

/** Names of the settings that have the wrong shape; empty when all is well. */
export function wrongSettings(account: Account): readonly string[] {
  const result = siteSettings.safeParse(isRecord(account.settings) ? account.settings : {});
  return result.success ? [] : [...new Set(result.error.issues.map((issue) => String(issue.path[0])))];
}

const isRecord = (value: Json): value is { readonly [key: string]: Json | undefined } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
