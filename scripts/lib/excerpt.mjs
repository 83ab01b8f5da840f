import { stripVTControlCharacters } from 'node:util';

const LINES = 25;

/**
 * The part of a tool's output that explains its failure: from the first line that speaks of an error, else the end.
 * @param {string} log
 */
export function excerpt(log) {
  const lines = stripVTControlCharacters(log).trimEnd().split(/\r?\n/);
  const first = lines.findIndex((line) => /\berror\b/i.test(line));
  const from = first < 0 ? Math.max(0, lines.length - LINES) : first;
  return lines.slice(from, from + LINES).join('\n');
}
