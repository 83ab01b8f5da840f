import { demoExplainer } from '../demo-explainer';

export const preschoolImage = demoExplainer({
  key: 'preschool-image',
  form: 'image',
  title: '一图读懂：孩子上大班，这笔钱不用交了',
  summary: '公办园大班保育教育费为0元，民办园减去同等级公办园标准；本学期多收的，11月30日前原路退还。',
  category: 'education',
  keywords: ['学前教育', '大班', '保育教育费', '退费'],
  audiences: ['幼儿家长'],
  policies: ['yunlan-preschool', 'free-preschool'],
  cover: 'preschool-image-cover.png',
  impact: {
    who: '孩子正在云澜市读大班的家庭。',
    changes: '公办园大班免收保育教育费，民办园相应减免。',
    action: '不用申请。11月30日前看看退款到账没有。',
  },
  differences: [
    { item: '市级示范园', before: '每月660元', after: '0元' },
    { item: '一级园', before: '每月560元', after: '0元' },
    { item: '二级园', before: '每月460元', after: '0元' },
  ],
  glossary: [{ term: '同等级', meaning: '示范园对示范园，一级园对一级园，二级园对二级园。' }],
  aspects: {
    background:
      '国家从2025年秋季学期起，免除公办园学前一年的保育教育费，民办园相应减免。市里的细则把各级园减多少、怎么退写成了数字。',
    basis:
      '《国务院办公厅关于逐步推行免费学前教育的意见》（国办发〔2025〕27号）；《云澜市免费学前教育操作细则》（云澜政办发〔2026〕18号）。',
    intent: '家长不垫钱、不跑腿，一看就知道该不该交。',
    implementation: '2026年11月1日起施行；本学期已经预收的，11月30日前原路退还；市教育局每学期抽查一次。',
  },
  body: `只记三句话：

1. 公办园大班，保育教育费**0元**。
2. 民办园大班，减去同等级公办园的标准，**高出部分**照交。
3. 饭费、住宿费、杂费**照旧**。

公办园省下的钱：示范园一学期3300元，一级园2800元，二级园2300元（按5个月算）。`,
  images: [
    {
      media: 'preschool-1.png',
      caption: '公办园大班，保育教育费0元',
      longDescription:
        '公办园大班保育教育费0元。民办园大班减去同等级公办园的标准，高出的部分仍由家长交。看孩子在哪里读，不看户口。幼儿园直接减，家长不用申请，也不用先交钱再等退。',
    },
    {
      media: 'preschool-2.png',
      caption: '三个等级，各减多少',
      longDescription:
        '市级示范园每月减660元，一学期3300元；一级园每月减560元，一学期2800元；二级园每月减460元，一学期2300元。一所民办一级园每月收1480元，减560元，家长交920元。',
    },
    {
      media: 'preschool-3.png',
      caption: '什么免，什么不免',
      longDescription:
        '免的：公办园大班保育教育费；民办园大班减去同等级公办园标准。不免的：伙食费、住宿费、杂费、小班和中班的收费、民办园高出的部分。不免的项目，幼儿园应当单独列项、单独公示。',
    },
    {
      media: 'preschool-4.png',
      caption: '三个时间和咨询的地方',
      longDescription:
        '11月1日，新细则施行。11月30日前，本学期已经预收的原路退还。每学期，市教育局抽查一次。收费有疑问，先问幼儿园财务，再拨打12345，或到云澜市政务服务中心3楼教育窗口。',
    },
  ],
  source: '云澜市教育局',
  author: '林青禾',
  responsibleEditor: '江远山',
  contact: '云澜市教育局学前教育科；政务服务便民热线12345；云澜市政务服务中心3楼教育窗口',
});
