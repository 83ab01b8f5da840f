import type { VALIDITIES } from '../../publishers/content';

/**
 * Codes of what Strapi can only store as Latin enumerations, and the words that people read. Kept apart from Strapi so
 * that the admin's forms and the automation API use the same table.
 */
export const GENRES = {
  order: '令',
  decision: '决定',
  announcement: '公告',
  notice: '通告',
  opinions: '意见',
  circular: '通知',
  commendation: '通报',
  report: '报告',
  request: '请示',
  reply: '批复',
  letter: '函',
  plan: '规划',
  measures: '办法',
  scheme: '方案',
  regulation: '条例',
  law: '法律',
  rules: '细则',
  steps: '措施',
} as const;

export const VALIDITY = {
  current: '现行有效',
  upcoming: '尚未施行',
  amended: '已修改',
  partial: '部分失效',
  repealed: '废止',
  expired: '失效',
} as const satisfies Record<string, (typeof VALIDITIES)[number]>;

type Words = Readonly<Record<string, string>>;

/** The code of a word; undefined for a word that is not in the table. */
export const codeOf = (table: Words, word: string): string | undefined =>
  Object.entries(table).find(([, known]) => known === word)?.[0];

/** The word of a code; null for none or an unknown one. */
export const wordOf = <T extends Words>(table: T, code: string | null | undefined): T[keyof T] | null =>
  // A key of the table by the test just before.
  code != null && Object.hasOwn(table, code) ? (table[code] as T[keyof T]) : null;
