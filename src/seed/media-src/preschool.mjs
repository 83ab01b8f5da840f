import { COLOURS, box, dot, numeral, paragraph, rule, text } from './draw.mjs';
import { icon } from './icons.mjs';
import { PAGE, page } from './page.mjs';

const SET = { category: '教育', source: '依据：国办发〔2025〕27号、云澜政办发〔2026〕18号', pages: 4 };
const L = PAGE.left;

const cover =
  box(L, 476, PAGE.inner, 420, { fill: COLOURS.soft }) +
  icon('blocks', L + 60, 556, 240) +
  text(L + 380, 572, '公办园大班保育教育费', { size: 40, weight: 700 }) +
  numeral(L + 380, 826, '0', '元', { size: 280, unitSize: 72 }) +
  text(L, 986, '民办园大班', { size: 40, weight: 700 }) +
  paragraph(L, 1046, '减去同等级公办园的标准，高出的部分仍由家长交。', { size: 36, fill: COLOURS.muted }) +
  rule(L, 1116, PAGE.right, 1116) +
  text(L, 1184, '看孩子在哪里读，不看户口', { size: 40, weight: 700 }) +
  paragraph(L, 1244, '幼儿园直接减，家长不用申请，也不用先交钱再等退。', { size: 36, fill: COLOURS.muted });

const GRADES = [
  { title: '市级示范园', month: 660, term: 3300 },
  { title: '一级园', month: 560, term: 2800 },
  { title: '二级园', month: 460, term: 2300 },
];

const grades =
  GRADES.map((grade, index) => {
    const y = 416 + index * 232;
    return (
      text(L, y, grade.title, { size: 42, weight: 700 }) +
      box(L, y + 30, grade.month * 1.38, 116, { fill: COLOURS.accent, radius: 6 }) +
      text(L + 32, y + 110, `每月 ${grade.month} 元`, { size: 52, weight: 700, fill: '#FFFFFF' }) +
      text(PAGE.right, y, `一学期 ${grade.term} 元`, { size: 36, fill: COLOURS.muted, anchor: 'end' })
    );
  }).join('') +
  box(L, 1092, PAGE.inner, 220, { fill: COLOURS.soft }) +
  text(L + 40, 1160, '民办园怎么算', { size: 38, weight: 700 }) +
  text(L + 40, 1222, '一所民办一级园，每月收1480元：', { size: 34 }) +
  text(L + 40, 1280, '1480 − 560 = 920元，由家长交', { size: 38, weight: 700, fill: COLOURS.accent });

const column = (x, mark, title, colour, fill, items) =>
  box(x, 400, 440, 640, { fill }) +
  icon(mark, x + 36, 432, 72, colour, 11) +
  text(x + 128, 486, title, { size: 50, weight: 700, fill: colour }) +
  rule(x + 36, 540, x + 404, 540, { stroke: colour }) +
  items.map((item, index) => text(x + 36, 618 + index * 92, item, { size: 40 })).join('');

const included =
  column(L, 'check', '免', COLOURS.jade, COLOURS.jadeSoft, [
    '公办园大班',
    '保育教育费',
    '民办园大班减去',
    '同等级公办园标准',
  ]) +
  column(L + 472, 'cross', '不免', COLOURS.amber, COLOURS.amberSoft, [
    '伙食费',
    '住宿费',
    '杂费',
    '小班、中班的收费',
    '民办园高出的部分',
  ]) +
  text(L, 1128, '收费单要看得懂', { size: 42, weight: 700 }) +
  paragraph(L, 1192, '不免的项目，幼儿园应当单独列项、单独公示。收费单上只写一个总数的，可以请园里分开列明。', {
    size: 36,
    fill: COLOURS.muted,
    width: 912,
  });

const DATES = [
  { day: '11月1日', note: '新细则施行，大班按新办法收费。' },
  { day: '11月30日前', note: '本学期已经预收的，原路退还，家长不用跑。' },
  { day: '每学期', note: '市教育局抽查一次，大门口公示举报电话。' },
];

const dates =
  rule(L + 34, 450, L + 34, 890, { stroke: COLOURS.accent, width: 4 }) +
  DATES.map(({ day, note }, index) => {
    const y = 446 + index * 232;
    return (
      dot(L + 34, y - 12, 22) +
      text(L + 104, y + 12, day, { size: 64, weight: 700, serif: true, fill: COLOURS.accent }) +
      paragraph(L + 104, y + 80, note, { size: 36, width: 780 })
    );
  }).join('') +
  box(L, 1092, PAGE.inner, 220, { fill: COLOURS.soft }) +
  icon('message', L + 40, 1142, 120) +
  text(L + 200, 1168, '收费有疑问', { size: 42, weight: 700 }) +
  text(L + 200, 1226, '先问幼儿园财务，再拨打12345', { size: 34 }) +
  text(L + 200, 1278, '云澜市政务服务中心3楼教育窗口', { size: 34 });

/** 一图读懂 on the free last year of kindergarten. File name to SVG. */
export const preschool = {
  'preschool-1.png': page(SET, 1, ['孩子上大班，', '这笔钱不用交了'], cover),
  'preschool-2.png': page(SET, 2, ['减多少，看园的等级'], grades),
  'preschool-3.png': page(SET, 3, ['什么免，什么不免'], included),
  'preschool-4.png': page(SET, 4, ['记住三个时间'], dates),
};
