import { COLOURS, arrow, box, dot, numeral, paragraph, rule, text } from './draw.mjs';
import { icon } from './icons.mjs';
import { PAGE, page } from './page.mjs';

const SET = { category: '社保 · 个人所得税', source: '依据：国发〔2023〕13号', pages: 4 };
const L = PAGE.left;

const ITEMS = [
  { icon: 'baby', title: '3岁以下婴幼儿照护', per: '每个婴幼儿每月', before: '1000', after: '2000' },
  { icon: 'book', title: '子女教育', per: '每个子女每月', before: '1000', after: '2000' },
  { icon: 'elder', title: '赡养老人', per: '每月', before: '2000', after: '3000' },
];

const cover = ITEMS.map((item, index) => {
  const y = 470 + index * 282;
  return (
    box(L, y, PAGE.inner, 254, { fill: COLOURS.surface, stroke: COLOURS.rule }) +
    icon(item.icon, L + 40, y + 62, 128) +
    text(L + 218, y + 68, item.title, { size: 40, weight: 700 }) +
    text(L + 218, y + 200, item.before, { size: 68, fill: COLOURS.muted, serif: true }) +
    rule(L + 212, y + 178, L + 386, y + 178, { stroke: COLOURS.muted, width: 3 }) +
    arrow(L + 420, y + 178, L + 506) +
    numeral(L + 540, y + 206, item.after, '元', { size: 124, unitSize: 40 }) +
    text(L + PAGE.inner - 36, y + 66, item.per, { size: 30, fill: COLOURS.muted, anchor: 'end' })
  );
}).join('');

const bar = (y, label, parts, total, fill) => {
  let x = L;
  const segments = parts.map(({ name, amount }, index) => {
    const width = amount * 0.126;
    const segment =
      box(x, y + 30, width - 6, 120, { fill, radius: 6 }) +
      text(x + (width - 6) / 2, y + 82, name, { size: 26, fill: '#FFFFFF', anchor: 'middle' }) +
      text(x + (width - 6) / 2, y + 124, `${amount}`, { size: 34, fill: '#FFFFFF', weight: 700, anchor: 'middle' });
    x += width;
    return index < parts.length ? segment : '';
  });
  return (
    text(L, y, label, { size: 36, weight: 700 }) +
    text(PAGE.right, y, `合计 ${total} 元`, { size: 36, weight: 700, anchor: 'end' }) +
    segments.join('')
  );
};

const family =
  paragraph(L, 426, '罗先生一家：女儿2岁，儿子上小学，父母由他一人赡养。每月可以扣的，由4000元变成7000元。', {
    size: 38,
    width: 912,
    fill: COLOURS.muted,
  }) +
  bar(
    660,
    '原来，每月',
    [
      { name: '照护', amount: 1000 },
      { name: '教育', amount: 1000 },
      { name: '赡养', amount: 2000 },
    ],
    '4000',
    COLOURS.muted,
  ) +
  bar(
    880,
    '现在，每月',
    [
      { name: '照护', amount: 2000 },
      { name: '教育', amount: 2000 },
      { name: '赡养', amount: 3000 },
    ],
    '7000',
    COLOURS.accent,
  ) +
  box(L, 1082, PAGE.inner, 228, { fill: COLOURS.soft }) +
  text(L + 40, 1148, '一年多扣', { size: 36, weight: 700 }) +
  numeral(L + 40, 1268, '36000', '元', { size: 108, unitSize: 40 }) +
  paragraph(L + 500, 1172, '多扣的是计税的数，不是少缴的税。假设都按10%计税，一年少缴3600元。', {
    size: 30,
    width: 384,
    leading: 1.55,
  });

const WHO = [
  { icon: 'baby', title: '家有3岁以下孩子', note: '每个孩子每月2000元，几个孩子就扣几份。' },
  { icon: 'book', title: '孩子在上学', note: '每个子女每月2000元，几个子女就扣几份。' },
  { icon: 'elder', title: '赡养老人', note: '标准是每月3000元。有兄弟姐妹的要分摊。' },
];

const who =
  WHO.map((item, index) => {
    const y = 410 + index * 224;
    return (
      box(L, y, PAGE.inner, 196, { fill: COLOURS.surface, stroke: COLOURS.rule }) +
      box(L + 30, y + 30, 136, 136, { fill: COLOURS.soft }) +
      icon(item.icon, L + 50, y + 50, 96) +
      text(L + 206, y + 84, item.title, { size: 42, weight: 700 }) +
      text(L + 206, y + 146, item.note, { size: 32, fill: COLOURS.muted })
    );
  }).join('') +
  box(L, 1098, PAGE.inner, 214, { fill: COLOURS.soft }) +
  text(L + 40, 1166, '从哪天起', { size: 36, weight: 700 }) +
  text(L + 40, 1264, '2023年1月1日', { size: 76, weight: 700, serif: true, fill: COLOURS.accent });

const MISREADINGS = [
  ['“国家每月发给我2000元？”', '不是发钱。是算税的时候先减去这些，再算要缴多少。'],
  ['“不缴个税的人也有吗？”', '本来就不用缴个税的，没有税可减，也不另外补钱。'],
  ['“兄弟姐妹每人都扣3000元？”', '不是。几个人合起来按规定分摊，具体办法以税务部门的规定为准。'],
];

const misreadings =
  MISREADINGS.map(([question, answer], index) => {
    const y = 420 + index * 216;
    return (
      dot(L + 34, y + 20, 34, COLOURS.accent, `${index + 1}`) +
      text(L + 100, y + 34, question, { size: 42, weight: 700 }) +
      paragraph(L + 100, y + 96, answer, { size: 34, width: 800, fill: COLOURS.muted })
    );
  }).join('') +
  box(L, 1092, PAGE.inner, 220, { fill: COLOURS.soft }) +
  icon('desk', L + 40, 1142, 120) +
  text(L + 200, 1168, '不会填，有人教', { size: 42, weight: 700 }) +
  text(L + 200, 1226, '云澜市政务服务中心1楼税务窗口', { size: 34 }) +
  text(L + 200, 1278, '带身份证和手机；或拨打12345', { size: 34 });

/** 一图读懂 on the three raised deductions of personal income tax. File name to SVG. */
export const taxDeduction = {
  'tax-deduction-1.png': page(SET, 1, ['养小扶老，', '三项扣除都提高了'], cover),
  'tax-deduction-2.png': page(SET, 2, ['一家人，算一算'], family),
  'tax-deduction-3.png': page(SET, 3, ['谁能扣，扣多少'], who),
  'tax-deduction-4.png': page(SET, 4, ['三处容易弄错'], misreadings),
};
