/**
 * The three looks, as inline styles: WeChat keeps no classes, ids, positions or variables. Colours are always stated,
 * so that the app's dark mode has something to convert. Contrast on white is AA or better throughout.
 */
import type { ThemeName } from './settings';

const INK = '#1C2A33';
const MUTED = '#55646E';
const RULE = '#E3DFD5';
const PAPER = '#FBFAF6';

interface Palette {
  /** Number blocks and rules beside titles. */
  readonly mark: string;
  /** Labels, links, heads of tables. */
  readonly accent: string;
  /** How the answer box is set off. */
  readonly answer: string;
  /** What stands under the title of a chapter. */
  readonly underline: string;
}

const PALETTES: Readonly<Record<ThemeName, Palette>> = {
  qing: { mark: '#14527A', accent: '#14527A', answer: 'background:#E6EFF5;border-radius:6px', underline: '' },
  zhu: {
    mark: '#B3261E',
    accent: INK,
    answer: `background:${PAPER};border-top:3px solid #B3261E`,
    underline: ';padding-bottom:8px;border-bottom:1px solid #B3261E',
  },
  su: { mark: INK, accent: INK, answer: `border-top:1px solid ${INK};border-bottom:1px solid ${INK}`, underline: '' },
};

/** One style attribute's value for each part of an article. */
export type Styles = ReturnType<typeof stylesOf>;

const stylesOf = ({ mark, accent, answer, underline }: Palette) => ({
  root: `font-size:16px;line-height:1.75;color:${INK};word-break:break-word`,
  subtitle: `margin:0 0 16px;color:${MUTED}`,
  answer: `margin:0 0 20px;padding:16px 18px 18px;${answer}`,
  answerLabel: `margin:0 0 4px;font-size:14px;font-weight:bold;color:${mark}`,
  answerText: 'margin:0;font-size:17px',
  cards: 'margin:0 0 28px',
  card: `margin:0;padding:10px 0;border-bottom:1px solid ${RULE}`,
  label: `margin-right:10px;color:${accent}`,
  chapter: `margin:40px 0 16px;font-size:18px;line-height:28px;font-weight:bold${underline}`,
  number: `display:inline-block;min-width:28px;margin-right:10px;font-size:15px;text-align:center;color:#FFFFFF;background:${mark};border-radius:4px`,
  aside: `margin:40px 0 12px;padding-left:10px;font-size:17px;line-height:24px;font-weight:bold;border-left:4px solid ${mark}`,
  heading: `margin:24px 0 8px;font-size:16px;font-weight:bold;color:${accent}`,
  paragraph: 'margin:0 0 16px',
  list: 'margin:0 0 16px;padding:0 0 0 22px',
  item: 'margin:0 0 6px',
  nested: 'margin:4px 0 0',
  quote: `margin:0 0 16px;padding:14px 16px 1px;color:${MUTED};background:${PAPER};border-left:3px solid ${RULE}`,
  codeBlock: `margin:0 0 16px;padding:12px 14px;font-size:14px;font-family:Menlo,Consolas,monospace;background:${PAPER};border:1px solid ${RULE};overflow-x:auto`,
  code: `padding:1px 4px;font-size:14px;font-family:Menlo,Consolas,monospace;background:${PAPER};border-radius:3px`,
  tableBox: 'margin:0 0 16px;overflow-x:auto',
  table: `width:100%;font-size:15px;line-height:1.6;border-collapse:collapse;border-bottom:1px solid ${INK}`,
  headCell: `padding:8px 6px;font-weight:bold;color:${accent};border:0;border-top:1px solid ${INK};border-bottom:1px solid ${INK}`,
  cell: `padding:8px 6px;vertical-align:top;border:0;border-bottom:1px solid ${RULE}`,
  before: `padding:8px 6px;vertical-align:top;color:${MUTED};border:0;border-bottom:1px solid ${RULE}`,
  figure: 'margin:0 0 16px;text-align:center',
  image: 'max-width:100%;vertical-align:middle',
  caption: `margin:8px 0 0;font-size:14px;line-height:1.6;color:${MUTED};text-align:center`,
  rule: `margin:28px 0;border:0;border-top:1px solid ${RULE}`,
  em: `font-style:normal;border-bottom:1px solid ${mark}`,
  link: `color:${accent}`,
  note: `font-size:12px;color:${accent}`,
  notes: `margin:0 0 8px;font-size:14px;line-height:1.6;color:${MUTED};word-break:break-all`,
  small: `margin:0 0 6px;font-size:14px;line-height:1.7;color:${MUTED}`,
  box: `margin:0 0 12px;padding:14px 16px;border:1px solid ${RULE};border-radius:6px`,
  speaker: `margin:20px 0 4px;font-size:15px;font-weight:bold;color:${accent}`,
  host: `margin:28px 0 4px;font-size:15px;font-weight:bold;color:${MUTED}`,
  time: `margin-right:12px;color:${accent}`,
  end: `margin:40px 0 0;padding:24px 0 0;text-align:center;border-top:1px solid ${RULE}`,
  qr: 'width:132px',
});

export const STYLES: Readonly<Record<ThemeName, Styles>> = {
  qing: stylesOf(PALETTES.qing),
  zhu: stylesOf(PALETTES.zhu),
  su: stylesOf(PALETTES.su),
};
