const CLAUSES = [
  '参加职工基本医疗保险的在职职工和退休人员，在定点医疗机构发生的**普通门诊费用**，超过起付线的部分由统筹基金按比例支付，年度最高支付限额6,000元。',
  '个人账户可以支付本人及其配偶、父母、子女在定点医疗机构就医时由个人负担的费用，*不得*用于公共卫生、体育健身或者养生保健。',
  '办理家庭共济，请登录[国家医保服务平台](https://fuwu.nhsa.gov.cn/nationalHallSt/)或者“云澜医保”小程序，按提示填写家人的身份证号，绑定后当天生效；也可以到区县医保经办窗口办理，详见https://www.yunlan.gov.cn/zfwj/2026/12.html。',
];
const TABLE =
  '| 医院级别 | 起付线 | 在职 | 退休 |\n| --- | ---: | ---: | ---: |\n| 一级及社区 | 200元 | 70% | 80% |\n| 二级 | 400元 | 60% | 70% |\n| 三级 | 600元 | 50% | 60% |';
const LIST =
  '- 持社保卡或医保电子凭证就医\n- 先由个人支付起付线以内的费用\n  - 同一年度内只扣一次\n  - 退休人员减半\n- 超过部分出院时`直接结算`，不用垫付';

/** A policy explainer of about 3,800 characters, as staff write them: headings, emphasis, links, tables, lists, a quotation. */
export const POLICY_TEXT = Array.from(
  { length: 6 },
  (_, index) =>
    `## 第${index + 1}部分：怎么报销\n\n${CLAUSES.join('\n\n')}\n\n${TABLE}\n\n### 需要做什么\n\n${LIST}\n\n1. 12月1日起施行，**过去的规定**同时停止执行。\n2. 对结算有疑问的，请拨打 12393。\n\n> 张阿姨退休后每月在二级医院配降压药320元。新办法施行后，全年3,840元里超过400元的部分报销70%，约2,408元。`,
).join('\n\n');
