import type { DemoPolicy } from './demo-policy';

const EXCERPT = '（要点摘编，以原文为准）';

/** Real national documents. Numbers and dates are facts; the text is a short statement in our own words, not the original. */
export const nationalPolicies: readonly DemoPolicy[] = [
  {
    key: 'pension-framework',
    title: '国务院办公厅关于推动个人养老金发展的意见',
    docNumber: '国办发〔2022〕7号',
    issuers: ['国务院办公厅'],
    genre: '意见',
    signedOn: '2022-04-08',
    disclosedOn: '2022-04-21',
    effectiveOn: null,
    expiresOn: null,
    validity: '现行有效',
    body: `${EXCERPT}

第一条 提出建立和推动个人养老金的总体框架，是后续办法和各地实施的依据。

第二条 个人养老金由个人自愿参加，与基本养老保险相衔接，不是代替基本养老保险。

第三条 具体怎样参加、怎样管理，由有关部门另定办法；先在部分地方起步，再逐步推开。`,
    sourceUrl: 'https://www.gov.cn/zhengce/content/2022-04/21/content_5686402.htm',
  },
  {
    key: 'pension-measures',
    title: '个人养老金实施办法',
    docNumber: '人社部发〔2022〕70号',
    issuers: ['人力资源社会保障部', '财政部', '国家税务总局', '银保监会', '证监会'],
    genre: '办法',
    signedOn: '2022-10-26',
    disclosedOn: null,
    effectiveOn: '2022-10-26',
    expiresOn: null,
    validity: '现行有效',
    body: `${EXCERPT}

第一条 依据国办发〔2022〕7号，规定个人养老金怎样参加、怎样管理。

第二条 本办法自印发之日起施行，印发日期为2022年10月26日。`,
    sourceUrl: 'https://www.gov.cn/zhengce/zhengceku/2022-11/05/content_5724783.htm',
  },
  {
    key: 'pension-pilot',
    title: '关于公布个人养老金先行城市（地区）的通知',
    docNumber: '人社厅函〔2022〕169号',
    issuers: ['人力资源社会保障部办公厅', '财政部办公厅', '国家税务总局办公厅'],
    genre: '通知',
    signedOn: '2022-11-17',
    disclosedOn: '2022-11-25',
    effectiveOn: null,
    expiresOn: null,
    validity: '现行有效',
    body: `${EXCERPT}

第一条 公布个人养老金先行城市（地区）名单，共36个。

第二条 名单所列城市（地区）先行实施个人养老金制度。`,
    sourceUrl: 'https://www.gov.cn/zhengce/zhengceku/2022-11/25/content_5728839.htm',
  },
  {
    key: 'pension-nationwide',
    title: '关于全面实施个人养老金制度的通知',
    docNumber: '人社部发〔2024〕87号',
    issuers: ['人力资源社会保障部', '财政部', '国家税务总局', '金融监管总局', '中国证监会'],
    genre: '通知',
    signedOn: '2024-12-10',
    disclosedOn: null,
    effectiveOn: '2024-12-15',
    expiresOn: null,
    validity: '现行有效',
    body: `${EXCERPT}

第一条 自2024年12月15日起，个人养老金制度从先行城市（地区）推开至全国。

第二条 不再以所在城市是否列入先行名单作为参加的条件。`,
    sourceUrl: 'https://www.gov.cn/zhengce/zhengceku/202412/content_6992279.htm',
  },
  {
    key: 'trade-in',
    title: '国务院关于印发《推动大规模设备更新和消费品以旧换新行动方案》的通知',
    docNumber: '国发〔2024〕7号',
    issuers: ['国务院'],
    genre: '通知',
    signedOn: '2024-03-07',
    disclosedOn: '2024-03-13',
    effectiveOn: null,
    expiresOn: null,
    validity: '现行有效',
    body: `${EXCERPT}

第一条 部署四大行动：设备更新、消费品以旧换新、回收循环利用、标准提升。

第二条 共提出5个方面20项任务。

第三条 到2027年，七个领域设备投资规模较2023年增长25%以上。

第四条 到2027年，报废汽车回收量较2023年增加约一倍，二手车交易量较2023年增长45%。`,
    sourceUrl: 'https://www.gov.cn/zhengce/content/202403/content_6939232.htm',
  },
  {
    key: 'free-preschool',
    title: '国务院办公厅关于逐步推行免费学前教育的意见',
    docNumber: '国办发〔2025〕27号',
    issuers: ['国务院办公厅'],
    genre: '意见',
    signedOn: null,
    disclosedOn: null,
    effectiveOn: null,
    expiresOn: null,
    validity: '现行有效',
    body: `${EXCERPT}

第一条 从2025年秋季学期起，免除公办幼儿园学前一年在园儿童的保育教育费。

第二条 在教育部门批准设立的民办幼儿园就读的适龄儿童，参照当地同类型公办幼儿园的免除水平，相应减免保育教育费。

第三条 伙食费、住宿费、杂费等不在免除范围内。

第四条 民办幼儿园保育教育费高出免除水平的部分，可以按规定继续收取。`,
    sourceUrl: null,
  },
  {
    key: 'tax-deductions',
    title: '国务院关于提高个人所得税有关专项附加扣除标准的通知',
    docNumber: '国发〔2023〕13号',
    issuers: ['国务院'],
    genre: '通知',
    signedOn: null,
    disclosedOn: null,
    effectiveOn: '2023-01-01',
    expiresOn: null,
    validity: '现行有效',
    body: `${EXCERPT}

第一条 3岁以下婴幼儿照护专项附加扣除标准，由每个婴幼儿每月1000元提高到2000元。

第二条 子女教育专项附加扣除标准，由每个子女每月1000元提高到2000元。

第三条 赡养老人专项附加扣除标准，由每月2000元提高到3000元。

第四条 调整后的标准自2023年1月1日起实施。`,
    sourceUrl: 'https://www.gov.cn/zhengce/content/202308/content_6901206.htm',
  },
  {
    key: 'old-estates',
    title: '国务院办公厅关于全面推进城镇老旧小区改造工作的指导意见',
    docNumber: '国办发〔2020〕23号',
    issuers: ['国务院办公厅'],
    genre: '意见',
    signedOn: '2020-07-10',
    disclosedOn: '2020-07-20',
    effectiveOn: null,
    expiresOn: null,
    validity: '现行有效',
    body: `${EXCERPT}

第一条 全面推进城镇老旧小区改造，2020年新开工改造城镇老旧小区3.9万个，涉及居民近700万户。

第二条 到“十四五”期末，力争基本完成2000年底前建成、需改造的城镇老旧小区改造任务。

第三条 具体范围、内容和出资办法，由各地结合实际确定。`,
    sourceUrl: 'https://www.gov.cn/zhengce/content/2020-07/20/content_5528320.htm',
  },
  {
    key: 'rental-housing',
    title: '国务院办公厅关于加快发展保障性租赁住房的意见',
    docNumber: '国办发〔2021〕22号',
    issuers: ['国务院办公厅'],
    genre: '意见',
    signedOn: '2021-06-24',
    disclosedOn: '2021-07-02',
    effectiveOn: null,
    expiresOn: null,
    validity: '现行有效',
    body: `${EXCERPT}

第一条 明确保障性租赁住房的基础制度和支持政策，要求加快发展保障性租赁住房。

第二条 各地结合实际确定准入、退出的具体条件和租金标准。`,
    sourceUrl: 'https://www.gov.cn/zhengce/content/2021-07/02/content_5622027.htm',
  },
  {
    key: 'charging',
    title: '国务院办公厅关于进一步构建高质量充电基础设施体系的指导意见',
    docNumber: '国办发〔2023〕19号',
    issuers: ['国务院办公厅'],
    genre: '意见',
    signedOn: '2023-06-08',
    disclosedOn: '2023-06-19',
    effectiveOn: null,
    expiresOn: null,
    validity: '现行有效',
    body: `${EXCERPT}

第一条 提出进一步构建高质量充电基础设施体系，更好满足群众购置和使用新能源汽车的需要。

第二条 具体建设和管理办法，由各地结合实际制定。`,
    sourceUrl: null,
  },
  {
    key: 'flexible-employment',
    title: '国务院办公厅关于支持多渠道灵活就业的意见',
    docNumber: '国办发〔2020〕27号',
    issuers: ['国务院办公厅'],
    genre: '意见',
    signedOn: '2020-07-28',
    disclosedOn: null,
    effectiveOn: null,
    expiresOn: null,
    validity: '现行有效',
    body: `${EXCERPT}

第一条 拓宽灵活就业发展渠道。

第二条 优化自主创业环境。

第三条 加大对灵活就业的保障支持。`,
    sourceUrl: null,
  },
  {
    key: 'insurance-enrolment',
    title: '国务院办公厅关于健全基本医疗保险参保长效机制的指导意见',
    docNumber: '国办发〔2024〕38号',
    issuers: ['国务院办公厅'],
    genre: '意见',
    signedOn: null,
    disclosedOn: null,
    effectiveOn: null,
    expiresOn: null,
    validity: '现行有效',
    body: `${EXCERPT}

第一条 健全基本医疗保险参保长效机制。

第二条 放开放宽在居住地、就业地参加基本医疗保险的户籍限制，方便群众在常住的地方参保。`,
    sourceUrl: null,
  },
  {
    key: 'sme-payments',
    title: '保障中小企业款项支付条例',
    docNumber: '国务院令第802号',
    issuers: ['国务院'],
    genre: '条例',
    signedOn: null,
    disclosedOn: null,
    effectiveOn: '2025-06-01',
    expiresOn: null,
    validity: '现行有效',
    body: `${EXCERPT}

第一条 为保障中小企业应收的货物、工程、服务款项得到及时支付而修订。

第二条 修订后的条例自2025年6月1日起施行。`,
    sourceUrl: null,
  },
];
