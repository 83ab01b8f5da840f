/**
 * The three looks, as inline styles: WeChat keeps no classes, ids, positions or variables. Contrast on white is AA or
 * better throughout. Colours are chosen for what the app's dark mode makes of them, too: grounds and hairlines are a
 * little of a dark colour over the page, since it would leave a light opaque one glaring, and grey text is dark enough
 * to be turned round instead of being left as it is.
 * @see https://github.com/wechatjs/mp-darkmode
 */
import type { ThemeName } from './settings';

const INK = '#1C2A33';
const MUTED = '#4A5963';
const WHITE = '#FFF';
const RULE = 'rgba(28,42,51,.15)';
const GROUND = 'rgba(28,42,51,.04)';
const MONO = 'Menlo,Consolas,monospace';

interface Palette {
  /** Number blocks, bullets and rules beside titles. */
  readonly mark: string;
  /** Labels, links, heads of tables. */
  readonly accent: string;
  /** Ground of what matters most: the answer, what is new, a question. */
  readonly tint: string;
  /** How words that have a note are told from others where the accent is ink. */
  readonly link: string;
  /** How the answer box is set off. */
  readonly answer: string;
  /** What stands under the title of a chapter. */
  readonly underline: string;
}

const PALETTES: Readonly<Record<ThemeName, Palette>> = {
  qing: {
    mark: '#14527A',
    accent: '#14527A',
    tint: 'rgba(20,82,122,.09)',
    link: 'color:#14527A',
    answer: 'border-radius:6px',
    underline: '',
  },
  zhu: {
    mark: '#B3261E',
    accent: INK,
    tint: 'rgba(179,38,30,.06)',
    link: 'border-bottom:1px solid #B3261E',
    answer: 'border-top:3px solid #B3261E',
    underline: ';padding-bottom:8px;border-bottom:1px solid #B3261E',
  },
  su: {
    mark: INK,
    accent: INK,
    tint: 'rgba(28,42,51,.07)',
    link: `border-bottom:1px solid ${INK}`,
    answer: `border-top:1px solid ${INK};border-bottom:1px solid ${INK}`,
    underline: '',
  },
};

/** One style attribute's value for each part of an article. */
export type Styles = ReturnType<typeof stylesOf>;

const stylesOf = ({ mark, accent, tint, link, answer, underline }: Palette) => ({
  root: `font-size:16px;line-height:1.75;color:${INK};text-align:justify;word-break:break-word`,
  subtitle: `margin:0 0 16px;color:${MUTED}`,
  answer: `margin:0 0 12px;padding:16px 18px 18px;background:${tint};${answer}`,
  answerLabel: `padding:2px 8px;font-size:14px;font-weight:bold;color:${WHITE};background:${mark};border-radius:3px`,
  answerText: 'margin:10px 0 0;font-size:17px',
  facts: 'width:100%;margin:0 0 28px;text-align:left;border-collapse:collapse',
  factRow: `border-bottom:1px solid ${RULE}`,
  factLabel: `width:82px;padding:10px 12px 10px 0;font-weight:bold;color:${accent};border:0`,
  fact: 'padding:10px 0;border:0',
  row: `margin:0;padding:8px 0;border-bottom:1px solid ${RULE}`,
  label: `margin-right:10px;color:${accent}`,
  chapter: `margin:36px 0 14px;font-size:18px;line-height:28px;font-weight:bold${underline}`,
  number: `display:inline-block;padding:0 6px;font-size:15px;color:${WHITE};background:${mark};border-radius:4px`,
  aside: `margin:36px 0 14px;padding-left:10px;font-size:17px;line-height:24px;font-weight:bold;border-left:4px solid ${mark}`,
  heading: `margin:26px 0 8px;font-size:16px;font-weight:bold;color:${accent}`,
  paragraph: 'margin:0 0 16px',
  list: `margin:0 0 16px;padding:0 0 0 22px;color:${mark}`,
  item: 'margin:0 0 6px',
  task: 'margin:0 0 6px;list-style-type:none',
  itemBody: `color:${INK}`,
  box: `display:inline-block;width:22px;margin-left:-22px;color:${mark}`,
  nested: 'margin:4px 0 0',
  nestedLine: 'margin:4px 0 0;padding-left:1.1em;text-indent:-1.1em',
  quote: `margin:0 0 16px;padding:14px 16px 1px;color:${MUTED};background:${GROUND};border:0;border-left:3px solid ${RULE}`,
  codeBlock: `margin:0 0 16px;padding:12px 14px;font-size:14px;font-family:${MONO};text-align:left;background:${GROUND};overflow-x:auto`,
  code: `padding:1px 4px;font-size:14px;font-family:${MONO};background:${GROUND};border-radius:3px`,
  tableBox: 'margin:0 0 16px;overflow-x:auto',
  wideBox: 'margin:0 0 6px;overflow-x:auto',
  table: `width:100%;font-size:15px;line-height:1.6;text-align:left;border-collapse:collapse;border-bottom:1px solid ${mark}`,
  rows: 'vertical-align:top',
  headRow: `color:${accent};background:${tint};border-bottom:1px solid ${mark}`,
  bodyRow: `border-bottom:1px solid ${RULE}`,
  cell: 'padding:8px 6px;border:0',
  slide: `margin:0 0 16px;font-size:12px;text-align:center;color:${MUTED}`,
  change: `margin:0 0 14px;font-size:15px;line-height:1.6;text-indent:-46px;border:1px solid ${RULE};border-radius:6px`,
  changeItem: 'margin:0;padding:8px 14px;font-size:16px;font-weight:bold;text-indent:0',
  before: `margin:0;padding:8px 14px 8px 60px;color:${MUTED};border-top:1px solid ${RULE}`,
  after: `margin:0;padding:8px 14px 8px 60px;font-weight:bold;background:${tint}`,
  changeLabel: 'display:inline-block;width:46px;text-indent:0',
  figure: 'margin:0 0 16px;text-align:center',
  image: 'max-width:100%;vertical-align:middle',
  caption: `margin:8px 0 0;font-size:14px;line-height:1.6;color:${MUTED};text-align:center`,
  rule: `margin:28px 0;border:0;border-top:1px solid ${RULE}`,
  em: `font-style:normal;border-bottom:1px solid ${mark}`,
  link,
  note: `font-size:12px;color:${accent}`,
  notes: `margin:0 0 8px;padding-left:28px;text-indent:-28px;font-size:14px;line-height:1.6;text-align:left;color:${MUTED};word-break:break-all`,
  noteNumber: `display:inline-block;min-width:28px;text-indent:0;color:${accent}`,
  small: `margin:0 0 6px;font-size:14px;line-height:1.7;color:${MUTED}`,
  policy: `margin:0 0 12px;padding:12px 16px 8px;border:1px solid ${RULE};border-radius:6px`,
  policyTitle: 'margin:0 0 4px;font-weight:bold',
  question: `margin:24px 0 16px;padding:12px 16px 1px;background:${tint};border-left:3px solid ${mark}`,
  reply: 'margin:16px 0 0',
  asker: `margin:0 0 2px;font-size:14px;color:${MUTED}`,
  speaker: `margin:0 0 2px;font-weight:bold;color:${accent}`,
  watch: `margin:0 0 16px;background:${tint};border-radius:6px`,
  watchLine: `margin:0;padding:12px 14px;font-weight:bold;text-align:center;color:${WHITE};background:${mark}`,
  watchHint: `margin:0;padding:8px 14px;font-size:14px;line-height:1.6;text-align:center;color:${MUTED}`,
  time: `display:inline-block;min-width:56px;color:${accent}`,
  end: `margin:40px 0 0;padding:24px 0 0;text-align:center;border-top:1px solid ${RULE}`,
  qr: 'width:132px',
});

export const STYLES: Readonly<Record<ThemeName, Styles>> = {
  qing: stylesOf(PALETTES.qing),
  zhu: stylesOf(PALETTES.zhu),
  su: stylesOf(PALETTES.su),
};
