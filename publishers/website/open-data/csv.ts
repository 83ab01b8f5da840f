/** Spreadsheets take a cell that begins so for a formula; an apostrophe makes it text. */
const FORMULA = /^[=+\-@\t\r]/;

/**
 * One line of a table, RFC 4180. Lists stand in one cell, divided by `；`; of a policy that is referred to, its number and
 * title.
 */
export const csvLine = (cells: readonly unknown[]): string => `${cells.map(cell).join(',')}\r\n`;

function cell(value: unknown): string {
  const text = wordsOf(value);
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function wordsOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map(wordsOf).join('；');
  if (typeof value === 'object') {
    const { number, title } = value as { number?: unknown; title?: unknown }; // The only object in a record.
    return [wordsOf(number), title === undefined ? '' : `《${wordsOf(title)}》`].join('');
  }
  return typeof value === 'string' ? value : JSON.stringify(value);
}
