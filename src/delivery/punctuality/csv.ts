/** Spreadsheets run what begins like this as a formula. */
const FORMULA = /^[=+\-@\t\r]/;
const NEEDS_QUOTES = /[",\r\n]/;

/** Excel takes a file without it for the local encoding and shows Chinese as nonsense. */
export const BYTE_ORDER_MARK = '\uFEFF';

/** One line of CSV as RFC 4180 wants it, with its line end. Texts that would be run as a formula stay texts. */
export const csvLine = (cells: readonly (string | number | null)[]): string => `${cells.map(cell).join(',')}\r\n`;

function cell(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const text = FORMULA.test(value) ? `'${value}` : value;
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
