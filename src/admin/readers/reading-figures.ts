import type { DayTotals } from './shapes';

export interface Figure {
  readonly label: string;
  readonly value: string;
}

/** How many sources are named; the others are few readers. */
const SOURCES = 3;

/** The numbers of an article until the newest day, as staff read them; empty while there are none. */
export function readingFigures(days: readonly DayTotals[]): readonly Figure[] {
  const last = days.at(-1);
  if (!last) return [];
  const before = days.at(-2)?.readers ?? 0;
  return [
    { label: '阅读人数', value: `${last.readers}` },
    { label: '最近一天', value: `+${Math.max(0, last.readers - before)}` },
    { label: '分享人数', value: `${last.sharers}` },
    { label: '点赞人数', value: `${last.likes}` },
    { label: '收藏人数', value: `${last.favourites}` },
    ...(last.finished === null ? [] : [{ label: '读完比例', value: percent(last.finished) }]),
  ];
}

/** The newest day that is counted, in China: 截至11月25日; empty while there is none. */
export function readUntil(days: readonly DayTotals[]): string {
  const [, month, day] = days.at(-1)?.day.split('-') ?? [];
  return month === undefined || day === undefined ? '' : `截至${Number(month)}月${Number(day)}日`;
}

/** Where most readers came from: 公众号消息 55%、朋友圈 12%; empty where nothing is known. */
export function readerSources(days: readonly DayTotals[]): string {
  const last = days.at(-1);
  if (!last || last.readers === 0) return '';
  return [...last.sources]
    .sort((a, b) => b.readers - a.readers)
    .slice(0, SOURCES)
    .filter(({ readers }) => readers > 0)
    .map(({ source, readers }) => `${source} ${percent(readers / last.readers)}`)
    .join('、');
}

const percent = (part: number): string => `${Math.round(part * 100)}%`;
