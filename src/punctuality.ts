import { Readable } from 'node:stream';
import { z } from 'zod';
import type { Product } from './assembly';
import { CHINA_OFFSET } from '../publishers/china-offset';
import { MACHINE_COLUMNS, STAFF_COLUMNS, type Column, type NamedRow } from './delivery/punctuality/columns';
import { BYTE_ORDER_MARK, csvLine } from './delivery/punctuality/csv';
import { placeOf, placeQuery, type Place } from './delivery/punctuality/place';
import { punctualityRows } from './delivery/punctuality/rows';
import { parseSpan, spanQuery, type Span } from './delivery/punctuality/span';
import { summarise } from './delivery/punctuality/summarise';

/** Rows that are fetched at once for a file: few enough for memory, many enough for speed. */
const AT_ONCE = 1_000;

export const punctualityQuery = spanQuery.extend({
  format: z.enum(['json', 'csv']).default('json'),
  limit: z.coerce.number().int().min(1).max(2_000).default(500),
  /** `next` of the page before. */
  after: placeQuery.optional(),
});

/** What either interface answers: a page with the figures of the whole span, or the whole span as a file. */
export interface PunctualityAnswer {
  readonly status: 200;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/**
 * The punctuality report: what was planned, what became of it, and why it was late.
 * @param readers who reads a file: programs get codes, staff get words
 */
export async function punctuality(
  product: Product,
  { format, limit, after, ...asked }: z.output<typeof punctualityQuery>,
  readers: 'programs' | 'staff',
): Promise<PunctualityAnswer> {
  const now = product.parts.now().getTime();
  const span = parseSpan(asked, now);
  if (format === 'csv') {
    const columns = readers === 'staff' ? STAFF_COLUMNS : MACHINE_COLUMNS;
    return {
      status: 200,
      headers: {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="punctuality-${day(span.from)}-${day(span.to - 1)}.csv"`,
        'cache-control': 'no-store',
      },
      body: Readable.from(lines(product, span, columns, now)),
    };
  }
  const page = await named(product, span, { limit, after: after ?? null, now });
  return {
    status: 200,
    body: {
      from: new Date(span.from).toISOString(),
      to: new Date(span.to).toISOString(),
      summary: await summarise(product.store.db, span),
      rows: page.rows,
      next: page.next && placeOf(page.next),
    },
  };
}

async function* lines(product: Product, span: Span, columns: readonly Column[], now: number): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK + csvLine(columns.map(({ head }) => head));
  let after: Place | null = null;
  do {
    const page: Awaited<ReturnType<typeof named>> = await named(product, span, { limit: AT_ONCE, after, now });
    yield page.rows.map((row) => csvLine(columns.map(({ cell }) => cell(row)))).join('');
    after = page.next;
  } while (after !== null);
}

async function named(product: Product, span: Span, page: Parameters<typeof punctualityRows>[2]) {
  const { rows, next } = await punctualityRows(product.store.db, span, page);
  const titles = await product.archive.titles(rows.map(({ explainer }) => explainer));
  const accounts = new Map((await product.parts.accounts()).map(({ account }) => [account.name, account.title]));
  return {
    rows: rows.map((row): NamedRow => ({
      ...row,
      title: titles.get(row.explainer) ?? '（已删除的解读）',
      accountTitle: accounts.get(row.account) ?? row.account,
    })),
    next,
  };
}

const day = (at: number): string => new Date(at + CHINA_OFFSET).toISOString().slice(0, 10);
