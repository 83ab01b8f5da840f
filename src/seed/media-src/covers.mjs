import { COLOURS, box, picture, rule, text } from './draw.mjs';
import { icon } from './icons.mjs';

/** Covers of 900 by 500: what it is about in two lines of at most seven characters, readable at 120 pixels. */
const COVERS = [
  {
    file: 'insurance-cover.png',
    category: '医疗卫生',
    form: '文字解读',
    icon: 'shield',
    title: ['住在云澜', '就在云澜参保'],
  },
  {
    file: 'preschool-cover.png',
    category: '教育',
    form: '文字解读',
    icon: 'blocks',
    title: ['孩子上大班', '哪些钱不用交'],
  },
  {
    file: 'preschool-image-cover.png',
    category: '教育',
    form: '一图读懂',
    icon: 'blocks',
    title: ['大班收费', '一图读懂'],
  },
  {
    file: 'pension-cover.png',
    category: '社保',
    form: '文字解读',
    icon: 'calendar',
    title: ['个人养老金', '从哪天开始'],
  },
  { file: 'tax-cover.png', category: '社保', form: '一图读懂', icon: 'elder', title: ['养小扶老', '三项扣除提高'] },
  {
    file: 'estates-cover.png',
    category: '住房',
    form: '文字解读',
    icon: 'block',
    title: ['老小区改造', '谁出钱怎么报'],
  },
  { file: 'flexible-cover.png', category: '就业', form: '文字解读', icon: 'tools', title: ['打零工', '能得哪些帮助'] },
  {
    file: 'trade-in-cover.png',
    category: '企业服务',
    form: '文字解读',
    icon: 'gear',
    title: ['小店换设备', '政策帮什么'],
  },
  {
    file: 'trade-in-image-cover.png',
    category: '企业服务',
    form: '一图读懂',
    icon: 'recycle',
    title: ['设备更新', '五步办好'],
  },
  { file: 'charging-cover.png', category: '交通', form: '文字解读', icon: 'plug', title: ['老小区装桩', '先问五件事'] },
  {
    file: 'flexible-interview-cover.png',
    category: '就业',
    form: '在线访谈',
    icon: 'message',
    title: ['零工驿站', '办哪些事'],
  },
  {
    file: 'insurance-interview-cover.png',
    category: '医疗卫生',
    form: '在线访谈',
    icon: 'message',
    title: ['跟着儿女住', '医保怎么办'],
  },
];

const cover = ({ category, form, icon: name, title }) =>
  picture(
    900,
    500,
    box(0, 0, 18, 500, { fill: COLOURS.accent, radius: 0 }) +
      box(590, 110, 250, 280, { fill: COLOURS.soft }) +
      icon(name, 635, 170, 160, COLOURS.accent, 5) +
      text(72, 104, category, { size: 34, weight: 700, fill: COLOURS.accent }) +
      rule(72, 132, 540, 132) +
      title.map((line, index) => text(72, 244 + index * 100, line, { size: 76, weight: 700, serif: true })).join('') +
      text(72, 440, `${form} · 云澜市`, { size: 30, fill: COLOURS.muted }),
  );

/** File name to SVG. */
export const covers = Object.fromEntries(COVERS.map((entry) => [entry.file, cover(entry)]));
