import { z } from 'zod';
import { CATEGORIES, FORMS, VALIDITIES } from '../../content';

/*
 * What is given away, field by field. From here come the JSON Schema that is published beside the data, the data
 * dictionary that people read, and the columns of the tables.
 */

const said = (title: string, description: string) => ({ title, description });
const instant = z.iso.datetime({ offset: true });
const day = z.iso.date().nullable();

export const explainerRecord = z
  .object({
    id: z.string().meta(said('编号', '解读的编号，不变')),
    url: z.url().meta(said('网址', '解读的网页，不变')),
    form: z.enum(FORMS).meta(said('形式', 'text 文字，image 图解，video 视频，interview 访谈')),
    title: z.string().meta(said('标题', '与网页标题相同')),
    summary: z.string().meta(said('一句话看懂', '最要紧的一两句')),
    category: z.enum(CATEGORIES).meta(said('领域', '与栏目网址中的名称相同')),
    keywords: z.array(z.string()).meta(said('关键词', '可以没有')),
    audiences: z.array(z.string()).meta(said('适用对象', '可以没有')),
    policies: z
      .array(z.object({ id: z.string(), number: z.string(), title: z.string(), url: z.url() }))
      .meta(said('政策文件', '所解读文件的编号、发文字号、标题和网址')),
    background: z.string().meta(said('制定背景', '纯文字')),
    basis: z.string().meta(said('政策依据', '纯文字')),
    intent: z.string().meta(said('出台意图', '纯文字')),
    implementation: z.string().meta(said('实施路径', '纯文字')),
    source: z.string().meta(said('信息来源', '提供解读的机关')),
    publishedAt: instant.meta(said('发布时间', '首次发布，北京时间，之后不变')),
    updatedAt: instant.nullable().meta(said('更新时间', '最近一次更新；没有更新过则为空')),
  })
  .meta(said('政策解读', '已发布、未撤下的政策解读'));
export type ExplainerRecord = z.infer<typeof explainerRecord>;

export const policyRecord = z
  .object({
    id: z.string().meta(said('编号', '文件的编号，不变')),
    url: z.url().meta(said('网址', '文件在本站的网页，不变')),
    title: z.string().meta(said('标题', '文件全称')),
    number: z.string().meta(said('发文字号', '没有则为空')),
    issuers: z.array(z.string()).meta(said('发文机关', '一个或几个')),
    genre: z.string().nullable().meta(said('体裁', '例如 办法、通知')),
    signedOn: day.meta(said('成文日期', '落款的日期')),
    disclosedOn: day.meta(said('公开日期', '向社会公开的日期')),
    effectiveOn: day.meta(said('施行日期', '开始施行的日期')),
    expiresOn: day.meta(said('有效期至', '到期的日期；长期有效则为空')),
    validity: z.enum(VALIDITIES).meta(said('有效性', VALIDITIES.join('、'))),
    sourceUrl: z.string().nullable().meta(said('原文网址', '发布机关的网页')),
  })
  .meta(said('政策文件', '本站解读过的政策文件'));
export type PolicyRecord = z.infer<typeof policyRecord>;
