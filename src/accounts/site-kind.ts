import { z } from 'zod';
import { siteSettings } from '../../publishers/website/settings';
import type { AccountKind } from './account-kinds';

const { shape } = siteSettings;

/** One setting as the publisher knows it, with words for staff; null takes it back. */
const own = (schema: z.ZodType, error: string): z.ZodType<string | null | undefined> =>
  z
    .string()
    .trim()
    .refine((text) => schema.safeParse(text).success, { error })
    .nullable()
    .optional();

/** What staff enter for the website: the marks of the site and its colour. Where it lies is the operator's. */
export const SITE_KIND: AccountKind = {
  credentials: [],
  values: z.strictObject({}),
  settings: z.strictObject({
    name: own(shape.name, '请填写网站名称'),
    domain: own(shape.domain, '域名不带 http://，例如 www.example.gov.cn'),
    idCode: own(shape.idCode, '网站标识码是 10 位数字，部委网站是 bm 加 8 位数字'),
    organiser: own(shape.organiser, '请填写主办单位'),
    undertaker: own(shape.undertaker, '请填写承办单位'),
    contact: own(shape.contact, '请填写联系方式'),
    icp: own(shape.icp, '请填写 ICP 备案号'),
    police: own(shape.police, '请填写公安备案号'),
    description: own(shape.description, '请填写网站说明'),
    officialMarkUrl: own(shape.officialMarkUrl, '党政机关网站标识的地址应在 bszs.conac.cn 上，请从挂标证书中复制'),
    reportErrorUrl: own(shape.reportErrorUrl, '“我为政府网站找错”的地址应在 zfwzgl.www.gov.cn 上'),
    accent: own(shape.accent, '颜色写成 #14527a 这样，并且在浅色纸面上要看得清（对比度不低于 4.5）'),
    dataTerms: own(shape.dataTerms, '请填写开放数据的使用条款'),
    questions: z
      .string()
      .transform((text) =>
        text
          .split(/[；;\n]/)
          .map((question) => question.trim())
          .filter((question) => question !== ''),
      )
      .refine((questions) => shape.questions.safeParse(questions).success, { error: '常问的问题最多 5 个' })
      .nullable()
      .optional(),
  }),
};
