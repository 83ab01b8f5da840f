import { z } from 'zod';
import { CHINA_OFFSET } from '../../../publishers/china-offset';
import { parseInstant } from '../instant';
import { Refusal } from '../refusal';

const DAY = 86_400_000;
/** Longest span that is reported, milliseconds: a leap year. */
const LONGEST = 366 * DAY;
/** What is reported when nobody says from when, milliseconds. */
const USUAL = 30 * DAY;

/** What may be asked for, in the query of both interfaces. Times are instants with their zone, or days in China. */
export const spanQuery = z.object({
  from: z.string().max(40).optional(),
  to: z.string().max(40).optional(),
  account: z.string().min(1).max(64).optional(),
});

/** Deliveries due from `from` until before `to`, milliseconds UTC. */
export interface Span {
  readonly from: number;
  readonly to: number;
  readonly account: string | null;
}

/**
 * The span that was asked for, cut at the present: what is not due yet is neither punctual nor late. A day given as
 * `to` is reported to its end.
 * @throws Refusal 400 `time.invalid`, 422 `punctuality.span`
 */
export function parseSpan({ from, to, account }: z.output<typeof spanQuery>, now: number): Span {
  const end = to === undefined ? now : parse(to, DAY);
  const begin = from === undefined ? end - USUAL : parse(from, 0);
  if (begin >= end) {
    throw new Refusal(422, 'punctuality.span', '开始时间要早于结束时间。', { from, to });
  }
  if (end - begin > LONGEST) {
    throw new Refusal(422, 'punctuality.span', '一次最多统计一年。请缩短时间范围，分几次查询。', { from, to });
  }
  return { from: begin, to: Math.min(end, now), account: account ?? null };
}

function parse(text: string, afterDay: number): number {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return parseInstant(text);
  const midnight = parseInstant(`${text}T00:00:00Z`) - CHINA_OFFSET;
  return midnight + afterDay;
}
