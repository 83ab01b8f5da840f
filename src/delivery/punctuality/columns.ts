import { CHINA_OFFSET } from '../../../publishers/china-offset';
import { STATE_WORDS } from '../state-words';
import type { PunctualityRow } from './rows';

/** A row with the words that people know it by. */
export interface NamedRow extends PunctualityRow {
  readonly title: string;
  readonly accountTitle: string;
}

export interface Column {
  readonly head: string;
  readonly cell: (row: NamedRow) => string | number | null;
}

/** For programs: the names and values of the JSON. */
export const MACHINE_COLUMNS: readonly Column[] = [
  { head: 'delivery', cell: (r) => r.delivery },
  { head: 'explainer', cell: (r) => r.explainer },
  { head: 'title', cell: (r) => r.title },
  { head: 'account', cell: (r) => r.account },
  { head: 'mode', cell: (r) => r.mode },
  { head: 'state', cell: (r) => r.state },
  { head: 'planned', cell: (r) => r.planned },
  { head: 'actual', cell: (r) => r.actual },
  { head: 'confirmed', cell: (r) => r.confirmed },
  { head: 'delaySeconds', cell: (r) => r.delaySeconds },
  { head: 'cause', cell: (r) => r.cause },
  { head: 'causeText', cell: (r) => r.causeText },
];

/** For staff, with times as they read them. */
export const STAFF_COLUMNS: readonly Column[] = [
  { head: '解读', cell: (r) => r.title },
  { head: '渠道', cell: (r) => r.accountTitle },
  { head: '状态', cell: (r) => STATE_WORDS[r.state] },
  { head: '计划时间', cell: (r) => local(r.planned) },
  { head: '实际发出', cell: (r) => local(r.actual) },
  { head: '平台确认', cell: (r) => local(r.confirmed) },
  { head: '延迟秒数', cell: (r) => r.delaySeconds },
  { head: '延迟原因', cell: (r) => r.causeText },
  { head: '原因代码', cell: (r) => r.cause },
  { head: '投放编号', cell: (r) => r.delivery },
];

/** `2026-11-23 09:00:01` in China: a form that spreadsheets take for a time. */
const local = (iso: string | null): string | null =>
  iso === null ? null : new Date(Date.parse(iso) + CHINA_OFFSET).toISOString().replace('T', ' ').slice(0, 19);
