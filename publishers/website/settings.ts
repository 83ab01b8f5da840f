import { z } from 'zod';
import { accentOf } from './accent';
import type { Account, Json } from '../contract';

/** A mark leads to the register that issued it and nowhere else: whatever else bears its name is forged. */
const registryUrl = (hostname: RegExp) => z.url({ protocol: /^https?$/, hostname });

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
  officialMarkUrl: registryUrl(/^(?:bszs|dcs)\.conac\.cn$/)
    .nullable()
    .default(null),
  /** Address behind 我为政府网站找错; shown only when it has been issued. */
  reportErrorUrl: registryUrl(/^zfwzgl\.www\.gov\.cn$/)
    .nullable()
    .default(null),
  /** The one colour of the site, `#14527a`; null = that of the design. What cannot be read on paper is refused. */
  accent: z
    .string()
    .regex(/^#[0-9a-f]{6}$/i)
    .refine((hex) => accentOf(hex) !== null)
    .nullable()
    .default(null),
  /** Under which terms the open data may be used. */
  dataTerms: z.string().min(1).default('数据可以自由使用和转载，请注明来源并保留原文网址。'),
  /** Everyday questions offered as examples under the search box. */
  questions: z
    .array(z.string().min(1))
    .max(5)
    .default(['户口不在本地能参保吗', '孩子上大班要交多少钱', '小店换设备有补贴吗']),
  /** Marks every page as 演示数据. */
  demo: z.boolean().default(true),
  /** Set by the product where it publishes for real: then nothing goes out before every mark is the site's own. */
  live: z.boolean().default(false),
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
