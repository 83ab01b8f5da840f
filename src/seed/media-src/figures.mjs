import { COLOURS, arrow, box, dot, numeral, paragraph, picture, rule, text } from './draw.mjs';
import { icon } from './icons.mjs';

const W = 1200;

const STEPS = [
  { icon: 'card', title: '带材料', note: '身份证，加一样住址证明：居住证、居住登记凭证或租房备案凭证' },
  { icon: 'desk', title: '去办理', note: '市政务服务中心2楼、街道便民服务中心或“云澜办”小程序' },
  { icon: 'message', title: '交费，等短信', note: '每人420元。短信写着“参保成功”和起用日期，请保存' },
];

const insuranceSteps = picture(
  W,
  560,
  STEPS.map((step, index) => {
    const x = 60 + index * 380;
    return (
      box(x, 60, 320, 440, { fill: COLOURS.surface, stroke: COLOURS.rule }) +
      dot(x + 56, 116, 32, COLOURS.accent, `${index + 1}`) +
      icon(step.icon, x + 178, 84, 104) +
      text(x + 32, 262, step.title, { size: 42, weight: 700, serif: true }) +
      paragraph(x + 32, 320, step.note, { size: 30, width: 276, leading: 1.5, fill: COLOURS.muted }) +
      (index < 2 ? arrow(x + 330, 280, x + 370) : '')
    );
  }).join(''),
);

const POINTS = [
  { date: '2022年4月8日', title: '定框架', note: '国办发〔2022〕7号' },
  { date: '2022年10月26日', title: '定办法', note: '人社部发〔2022〕70号' },
  { date: '2022年11月17日', title: '36个地方先行', note: '人社厅函〔2022〕169号' },
  { date: '2024年12月15日', title: '全国实施', note: '人社部发〔2024〕87号' },
];

const pensionTimeline = picture(
  W,
  460,
  rule(80, 200, 1120, 200, { stroke: COLOURS.accent, width: 6 }) +
    POINTS.map((point, index) => {
      const x = 150 + index * 300;
      const last = index === POINTS.length - 1;
      return (
        text(x, 134, point.date, {
          size: 32,
          weight: 700,
          anchor: 'middle',
          fill: last ? COLOURS.jade : COLOURS.accent,
        }) +
        dot(x, 200, last ? 26 : 18, last ? COLOURS.jade : COLOURS.accent) +
        text(x, 296, point.title, { size: 42, weight: 700, serif: true, anchor: 'middle' }) +
        text(x, 350, point.note, { size: 25, fill: COLOURS.muted, anchor: 'middle' })
      );
    }).join('') +
    text(W / 2, 424, '云澜市属于最后一种：2024年12月15日起可以参加', {
      size: 30,
      fill: COLOURS.jade,
      anchor: 'middle',
    }),
);

const SHARES = [
  { icon: 'pipe', title: '基础类', note: '水电气路、屋顶、外墙', value: '0', unit: '元', foot: '居民不出钱' },
  { icon: 'car', title: '完善类', note: '无障碍、停车、充电', value: '1500', unit: '元', foot: '每户最多出' },
  { icon: 'lift', title: '加装电梯', note: '财政每台补助', value: '20', unit: '万元', foot: '其余由受益业主分担' },
];

const estatesShare = picture(
  W,
  480,
  SHARES.map((share, index) => {
    const x = 60 + index * 370;
    return (
      box(x, 50, 340, 380, { fill: index === 2 ? COLOURS.soft : COLOURS.surface, stroke: COLOURS.rule }) +
      icon(share.icon, x + 30, 84, 84) +
      text(x + 134, 144, share.title, { size: 42, weight: 700, serif: true }) +
      text(x + 30, 226, share.note, { size: 26, fill: COLOURS.muted }) +
      numeral(x + 30, 360, share.value, share.unit, { size: 100, unitSize: 32 }) +
      text(x + 30, 408, share.foot, { size: 26, fill: COLOURS.muted })
    );
  }).join(''),
);

/** Pictures inside the texts. File name to SVG. */
export const figures = {
  'insurance-steps.png': insuranceSteps,
  'pension-timeline.png': pensionTimeline,
  'estates-share.png': estatesShare,
};
