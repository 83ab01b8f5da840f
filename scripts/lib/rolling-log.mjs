import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { stripVTControlCharacters } from 'node:util';

const LIMIT_BYTES = 20 * 1024 * 1024;

/**
 * A log file that never grows beyond its limit: when full it becomes `<file>.1`, and the one before is dropped.
 * @param {string} file
 * @param {number} [limitBytes]
 * @returns {(text: string) => void} appends, without colours
 */
export function rollingLog(file, limitBytes = LIMIT_BYTES) {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  let size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  return (text) => {
    const plain = stripVTControlCharacters(text);
    if (size > 0 && size + Buffer.byteLength(plain) > limitBytes) {
      renameSync(file, `${file}.1`);
      size = 0;
    }
    appendFileSync(file, plain, { mode: 0o600 });
    size += Buffer.byteLength(plain);
  };
}
