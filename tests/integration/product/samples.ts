import type { Form } from '../../../publishers/content';

/** Ids and addresses that the product gave to what a sample refers to. */
export interface Given {
  readonly policy: string;
  readonly picture: { readonly id: string; readonly url: string };
  readonly poster: { readonly id: string };
  readonly video: { readonly id: string };
}

export const POLICY = {
  title: '关于门诊共济保障的实施办法',
  docNumber: '云澜政办发[2026]12号',
  issuers: ['云澜市人民政府办公室'],
  genre: '办法',
  signedOn: '2026-11-01',
  disclosedOn: '2026-11-10',
  effectiveOn: '2026-12-01',
  validity: '现行有效',
  body: '第一条 为了保障职工门诊待遇，制定本办法。\n\n第二条 在职职工的起付标准为每年500元。',
};

export const TABLE_AND_LISTS = `## 谁能享受

| 人员 | 每年起付 | 报销比例 |
|---|---|---|
| 在职职工 | 500元 | 60% |
| 退休职工 | 300元 | 70% |

- 带什么
  - 身份证
  - 医保卡
- 去哪里
  1. 医院窗口
  2. 手机上`;

/** What every explainer has, whatever its form. */
export const shared = (form: Form, title: string, { policy }: Pick<Given, 'policy'>) => ({
  form,
  title,
  summary: `${title}：十二月起，门诊看病也能报销。`,
  category: 'health',
  policies: [policy],
  keywords: ['门诊', '医保'],
  audiences: ['在职职工', '退休职工'],
  aspects: {
    background: '过去门诊花费要自己出。',
    basis: '《关于门诊共济保障的实施办法》第二条。',
    intent: '让小病不用住院也能报销。',
    implementation: '医保局与定点医院联网结算。',
  },
  impact: { who: '参加职工医保的人。', changes: '门诊也能报销。', action: '带医保卡看病，出院窗口直接减。' },
  source: '云澜市医疗保障局',
  author: '宋予真',
  responsibleEditor: '李编辑',
});

/** An explainer of each form, complete enough to be signed. */
export const SAMPLES: Readonly<Record<Form, (given: Given) => Record<string, unknown>>> = {
  text: (given) => ({
    ...shared('text', '门诊报销新办法', given),
    body: `${TABLE_AND_LISTS}\n\n![报销示意图](${given.picture.url})\n\n详见[国务院网站](https://www.gov.cn/)。`,
    cover: given.picture.id,
  }),
  image: (given) => ({
    ...shared('image', '一图看懂门诊报销', given),
    images: [
      { media: given.picture.id, caption: '谁出多少', longDescription: '在职职工每年自付500元以后，报销六成。' },
      { media: given.poster.id, caption: '怎么办', longDescription: '带医保卡到窗口，当场减去报销的部分。' },
    ],
  }),
  video: (given) => ({
    ...shared('video', '四十二秒看懂门诊报销', given),
    video: {
      media: given.video.id,
      poster: given.poster.id,
      captions: 'WEBVTT\n\n00:00:00.000 --> 00:00:04.000\n十二月起，门诊也能报销\n',
      transcript: '十二月起，门诊也能报销。带上医保卡就行。',
      chapters: [
        { at: 0, title: '谁能享受' },
        { at: 20, title: '怎么办理' },
      ],
    },
  }),
  interview: (given) => ({
    ...shared('interview', '医保局长谈门诊报销', given),
    interview: {
      people: [
        { id: 'host', name: '苏见山', title: '主持人', role: 'host' },
        { id: 'guest', name: '钟以宁', title: '云澜市医疗保障局局长', role: 'guest' },
      ],
      turns: [
        { speaker: 'host', text: '从哪天开始？', at: '2026-11-20T15:00:00+08:00' },
        { speaker: 'guest', text: '**十二月一日**开始。', at: '2026-11-20T15:00:30+08:00' },
        { speaker: 'host', text: '要另外交钱吗？' },
        { speaker: 'guest', text: '不用。原来的医保就管。' },
      ],
    },
  }),
};
