import { readFileSync } from 'node:fs';
import { stripVTControlCharacters } from 'node:util';

/**
 * The last lines of a text file, without colours; empty when the file does not exist.
 * @param {string} file
 * @param {number} [lines]
 */
export function tail(file, lines = 25) {
  try {
    const text = stripVTControlCharacters(readFileSync(file, 'utf8')).trimEnd();
    return text.split(/\r?\n/).slice(-lines).join('\n');
  } catch {
    return '';
  }
}
