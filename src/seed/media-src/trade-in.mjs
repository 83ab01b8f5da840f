import { COLOURS, box, dot, numeral, paragraph, rule, text } from './draw.mjs';
import { icon } from './icons.mjs';
import { PAGE, page } from './page.mjs';

const SET = { category: '企业服务', source: '依据：国发〔2024〕7号', pages: 4 };
const LOCAL = { ...SET, source: '依据：国发〔2024〕7号；本市办法见专窗公告' };
const L = PAGE.left;

const ACTIONS = [
  { icon: 'gear', title: '设备更新' },
  { icon: 'basket', title: '消费品以旧换新' },
  { icon: 'recycle', title: '回收循环利用' },
  { icon: 'standard', title: '标准提升' },
];

const cover =
  ACTIONS.map(({ icon: name, title }, index) => {
    const x = L + (index % 2) * 468;
    const y = 470 + Math.floor(index / 2) * 264;
    return (
      box(x, y, 444, 240, { fill: COLOURS.surface, stroke: COLOURS.rule }) +
      icon(name, x + 36, y + 36, 100) +
      text(x + 36, y + 202, title, { size: 44, weight: 700 })
    );
  }).join('') +
  [
    ['4', '大行动'],
    ['5', '个方面'],
    ['20', '项任务'],
  ]
    .map(([value, unit], index) => numeral(L + [0, 288, 568][index], 1196, value, unit, { size: 168, unitSize: 44 }))
    .join('') +
  text(L, 1296, '2024年3月7日成文，3月13日公布', { size: 34, fill: COLOURS.muted });

const TARGETS = [
  { title: '七个领域设备投资规模', value: '+25%', after: 125, icon: 'gear' },
  { title: '报废汽车回收量', value: '约2倍', after: 200, icon: 'recycle' },
  { title: '二手车交易量', value: '+45%', after: 145, icon: 'car' },
];

const targets =
  TARGETS.map((target, index) => {
    const y = 420 + index * 284;
    return (
      icon(target.icon, L, y - 44, 64) +
      text(L + 88, y, target.title, { size: 40, weight: 700 }) +
      box(L, y + 40, 380, 44, { fill: COLOURS.rule, radius: 4 }) +
      text(L + 16, y + 72, '2023年', { size: 28, fill: COLOURS.ink }) +
      box(L, y + 96, target.after * 3.8, 72, { fill: COLOURS.accent, radius: 4 }) +
      text(L + 16, y + 144, '2027年', { size: 32, fill: '#FFFFFF', weight: 700 }) +
      text(PAGE.right, y + 60, target.value, {
        size: 84,
        weight: 700,
        serif: true,
        fill: COLOURS.accent,
        anchor: 'end',
      })
    );
  }).join('') +
  paragraph(L, 1266, '这是全国的总目标，不是给每家企业定的任务，也没有要求谁必须换。', {
    size: 34,
    fill: COLOURS.muted,
    width: 912,
  });

const HELPS = [
  { icon: 'tools', title: '免费诊断', note: '工程师上门，写明哪些该换、哪些还能用。拨打12345预约，5个工作日内上门。' },
  { icon: 'coin', title: '贷款贴息', note: '利息补一半，每户每年最多3万元，最长两年。' },
  { icon: 'recycle', title: '旧设备回收', note: '有资质的企业上门估价，现场付款，开具凭证。' },
];

const helps =
  HELPS.map((help, index) => {
    const y = 396 + index * 234;
    return (
      box(L, y, PAGE.inner, 208, { fill: COLOURS.surface, stroke: COLOURS.rule }) +
      box(L + 32, y + 36, 136, 136, { fill: COLOURS.soft }) +
      icon(help.icon, L + 52, y + 56, 96) +
      text(L + 208, y + 74, help.title, { size: 44, weight: 700 }) +
      paragraph(L + 208, y + 126, help.note, { size: 31, width: 676, leading: 1.5, fill: COLOURS.muted })
    );
  }).join('') +
  box(L, 1102, PAGE.inner, 214, { fill: COLOURS.soft }) +
  text(L + 40, 1162, '借20万元换设备，年利率4%', { size: 36, weight: 700 }) +
  text(L + 40, 1222, '第一年利息8000元', { size: 34 }) +
  text(L + 40, 1282, '补一半，可得', { size: 34 }) +
  numeral(L + 552, 1268, '4000', '元', { size: 120, unitSize: 40 });

const STEPS = [
  ['预约诊断', '拿到《诊断建议书》'],
  ['选设备，签合同', '诊断之前已经买的，不补'],
  ['向银行申请贷款', '用途写明“设备更新”'],
  ['装新交旧', '旧设备交回收企业，留好凭证'],
  ['带材料到专窗', '材料齐全，10个工作日内答复'],
];

const steps =
  rule(L + 44, 440, L + 44, 1090, { stroke: COLOURS.accent, width: 4 }) +
  STEPS.map(([title, note], index) => {
    const y = 440 + index * 162;
    return (
      dot(L + 44, y, 44, COLOURS.accent, `${index + 1}`) +
      text(L + 132, y + 4, title, { size: 44, weight: 700 }) +
      text(L + 132, y + 60, note, { size: 34, fill: index === 1 ? COLOURS.seal : COLOURS.muted })
    );
  }).join('') +
  box(L, 1206, PAGE.inner, 112, { fill: COLOURS.soft }) +
  text(L + 40, 1276, '云澜市政务服务中心3楼“设备更新”专窗 · 不收费', { size: 36, weight: 700 });

/** 一图读懂 on equipment renewal and trade-in. File name to SVG. */
export const tradeIn = {
  'trade-in-1.png': page(SET, 1, ['设备更新、以旧换新', '讲的是哪些事'], cover),
  'trade-in-2.png': page(SET, 2, ['到2027年，要做到'], targets),
  'trade-in-3.png': page(LOCAL, 3, ['在云澜，小店用得上'], helps),
  'trade-in-4.png': page(LOCAL, 4, ['五步，顺序不能颠倒'], steps),
};
