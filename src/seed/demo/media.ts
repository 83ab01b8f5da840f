/** Binary files are not copied by the build; they are read from here, relative to the project root, at run time. */
export const MEDIA_DIR_RELATIVE = 'src/seed/media';

/** What each file of the demo data shows: the alternative text that readers who do not see it are given. */
export const DEMO_MEDIA: Readonly<Record<string, { readonly mime: 'image/png' | 'video/mp4'; readonly alt: string }>> =
  {
    'insurance-cover.png': { mime: 'image/png', alt: '封面：住在云澜，就在云澜参保' },
    'preschool-cover.png': { mime: 'image/png', alt: '封面：孩子上大班，哪些钱不用交' },
    'preschool-image-cover.png': { mime: 'image/png', alt: '封面：大班收费，一图读懂' },
    'pension-cover.png': { mime: 'image/png', alt: '封面：个人养老金，从哪天开始' },
    'tax-cover.png': { mime: 'image/png', alt: '封面：养小扶老，三项扣除提高' },
    'estates-cover.png': { mime: 'image/png', alt: '封面：老小区改造，谁出钱怎么报' },
    'flexible-cover.png': { mime: 'image/png', alt: '封面：打零工，能得哪些帮助' },
    'trade-in-cover.png': { mime: 'image/png', alt: '封面：小店换设备，政策帮什么' },
    'trade-in-image-cover.png': { mime: 'image/png', alt: '封面：设备更新，五步办好' },
    'charging-cover.png': { mime: 'image/png', alt: '封面：老小区装桩，先问五件事' },
    'flexible-interview-cover.png': { mime: 'image/png', alt: '封面：零工驿站，办哪些事' },
    'insurance-interview-cover.png': { mime: 'image/png', alt: '封面：跟着儿女住，医保怎么办' },
    'insurance-steps.png': {
      mime: 'image/png',
      alt: '办理三步：带身份证和一样住址证明；到窗口、街道或小程序办理；交费420元后收到短信',
    },
    'pension-timeline.png': {
      mime: 'image/png',
      alt: '个人养老金时间线：2022年4月8日定框架，10月26日定办法，11月17日定36个先行地方，2024年12月15日全国实施',
    },
    'estates-share.png': {
      mime: 'image/png',
      alt: '老旧小区改造出资：基础类居民不出钱，完善类每户最多1500元，加装电梯每台补助20万元',
    },
    'tax-deduction-1.png': { mime: 'image/png', alt: '三项扣除：1000元到2000元，1000元到2000元，2000元到3000元' },
    'tax-deduction-2.png': { mime: 'image/png', alt: '罗先生一家每月扣除由4000元变成7000元，一年多扣36000元' },
    'tax-deduction-3.png': { mime: 'image/png', alt: '三种情况各扣多少，从2023年1月1日起' },
    'tax-deduction-4.png': { mime: 'image/png', alt: '三处容易弄错，以及教填报的窗口' },
    'preschool-1.png': { mime: 'image/png', alt: '公办园大班保育教育费0元，民办园减去同等级公办园标准' },
    'preschool-2.png': { mime: 'image/png', alt: '示范园每月减660元，一级园560元，二级园460元' },
    'preschool-3.png': { mime: 'image/png', alt: '免与不免两栏对照，饭费、住宿费、杂费不免' },
    'preschool-4.png': { mime: 'image/png', alt: '三个时间：11月1日施行，11月30日前退还，每学期抽查' },
    'trade-in-1.png': { mime: 'image/png', alt: '四大行动、5个方面、20项任务' },
    'trade-in-2.png': { mime: 'image/png', alt: '到2027年比2023年：设备投资增25%，报废汽车回收约2倍，二手车交易增45%' },
    'trade-in-3.png': { mime: 'image/png', alt: '免费诊断、贷款贴息、旧设备回收，借20万元可得贴息4000元' },
    'trade-in-4.png': { mime: 'image/png', alt: '五步：诊断、签约、贷款、装新交旧、到专窗申请' },
    'estates-poster.png': { mime: 'image/png', alt: '视频封面：老小区改造，钱怎么出' },
    'pension-poster.png': { mime: 'image/png', alt: '视频封面：个人养老金，从哪天开始' },
    'estates.mp4': { mime: 'video/mp4', alt: '老小区改造怎么出钱，48秒字幕视频，没有配音' },
    'pension.mp4': { mime: 'video/mp4', alt: '个人养老金从哪天开始，42秒字幕视频，没有配音' },
  };
