import { createHash } from 'node:crypto';
import type { Content, MediaRef, Version } from '../../../../publishers/contract';

/** A complete explainer as it would be signed; each test changes what it is about. */
export const sampleContent = (changes: Partial<Content> = {}): Content => ({
  form: 'text',
  title: '门诊看病也能报销：职工医保门诊共济12月1日起施行',
  subtitle: '一图一表看懂报销比例、起付线和家庭共济',
  summary:
    '12月1日起，在职职工在二级医院看门诊，超过400元起付线的部分报销60%，退休人员报销70%，个人账户可以给父母配偶子女用。',
  category: 'health',
  keywords: ['门诊共济', '职工医保'],
  audiences: ['在职职工', '退休人员'],
  policies: [
    {
      id: 'p1',
      title: '关于门诊共济保障的实施办法',
      docNumber: '云澜政办发〔2026〕12号',
      issuers: ['云澜市人民政府办公室'],
      genre: '办法',
      signedOn: '2026-11-01',
      disclosedOn: '2026-11-10',
      effectiveOn: '2026-12-01',
      expiresOn: null,
      validity: '尚未施行',
      body: '第一条 为建立健全职工基本医疗保险门诊共济保障机制，制定本办法。',
      sourceUrl: 'https://www.yunlan.gov.cn/zfwj/2026/12.html',
    },
  ],
  aspects: {
    background:
      '过去，职工医保的钱分成两块：统筹基金管住院，个人账户管门诊。**身体好的人用不完，常看门诊的人不够用**，慢性病人负担尤其重。',
    basis:
      '依据[国务院办公厅关于建立健全职工基本医疗保险门诊共济保障机制的指导意见](https://www.gov.cn/zhengce/content/2021-04/22/content_5601280.htm)（国办发〔2021〕14号）和省政府实施办法，结合本市实际制定。',
    intent:
      '把一部分个人账户的钱放进统筹基金，大家一起用：\n\n- 小病在门诊看，不必为报销去住院\n- 账户可以给家里人用\n- 重点照顾**退休人员**和慢性病人',
    implementation:
      '1. 12月1日零时起，各定点医院结算系统自动按新办法计算，**不用申请**。\n2. 家庭共济需要绑定：\n   - 打开“云澜医保”小程序\n   - 选择“家庭共济”，填写家人身份证号\n3. 对结算有疑问，请拨打 12393。',
  },
  impact: {
    who: '全市参加职工医保的在职职工、退休人员及其家人，约86万人。',
    changes: '普通门诊由个人账户支付，改为统筹基金按比例报销。',
    action: '看病照常刷卡；要给家人用，先绑定家庭共济。',
  },
  differences: [
    { item: '在职职工门诊', before: '统筹基金不报销', after: '二级医院报销60%' },
    { item: '个人账户', before: '只能本人使用', after: '父母、配偶、子女也能用' },
  ],
  glossary: [{ term: '起付线', meaning: '一年内累计自付到这个数额之后，医保开始报销。' }],
  body: '## 能报多少\n\n下表是普通门诊的报销比例，一年最多报销6,000元。\n\n| 医院级别 | 起付线 | 在职 | 退休 |\n| --- | ---: | ---: | ---: |\n| 一级及社区 | 200元 | 70% | 80% |\n| 二级 | 400元 | 60% | 70% |\n| 三级 | 600元 | 50% | 60% |\n\n> 张阿姨退休后每月在二级医院配降压药320元。新办法施行后，全年3,840元里超过400元的部分报销70%，约2,408元。\n\n## 常见问题\n\n### 个人账户的钱会变少吗\n\n划入的比例会下调，但**门诊能报销了**，总体上用得更多。\n\n### 异地看病怎么办\n\n先在国家医保服务平台备案，网址：https://fuwu.nhsa.gov.cn。备案后直接结算。',
  cover: null,
  images: [],
  video: null,
  interview: null,
  media: [],
  source: '云澜市医疗保障局',
  author: '王晓明',
  responsibleEditor: '李编辑',
  contact: '云澜市医疗保障局待遇保障科 0871-12393',
  aiDisclosure: 'none',
  ...changes,
});

export const sampleVersion = (changes: Partial<Content> = {}): Version => ({
  id: '01JD0VERSION',
  explainer: '01JD0EXPLAINER',
  number: 1,
  signedAt: '2026-11-22T08:30:00.000Z',
  hash: `sha256:${'0'.repeat(64)}`,
  content: sampleContent(changes),
});

/** A reference to a file with these bytes. */
export const mediaOf = (name: string, bytes: Uint8Array, changes: Partial<MediaRef> = {}): MediaRef => ({
  id: name,
  url: `/uploads/${name}`,
  sha256: createHash('sha256').update(bytes).digest('hex'),
  mime: 'image/png',
  name,
  bytes: bytes.length,
  width: 800,
  height: 600,
  duration: null,
  alt: `${name} 的内容`,
  ...changes,
});
