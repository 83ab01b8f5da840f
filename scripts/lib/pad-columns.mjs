/**
 * Pads for a terminal, where a Chinese character is two columns wide.
 * @param {string} text
 * @param {number} columns
 */
export function padColumns(text, columns) {
  const width = [...text].reduce((sum, character) => sum + (character > '\u2e7f' ? 2 : 1), 0);
  return text + ' '.repeat(Math.max(1, columns - width));
}
