import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * A hash over the names and contents of files, independent of their times and of the order on disk. A path that does
 * not exist counts as absent, so that its appearing changes the hash.
 * @param {string} root
 * @param {string[]} paths files or folders, relative to root, with `/`
 * @param {{ except?: string[], also?: string }} [options] `except`: folders to leave out; `also`: further input
 * @returns {string} hex
 */
export function fingerprint(root, paths, { except = [], also = '' } = {}) {
  const hash = createHash('sha256').update(also);
  for (const path of [...new Set(paths)].sort()) {
    for (const file of filesUnder(root, path, except)) {
      const content = readFileSync(join(root, file));
      // The length keeps the end of one file from reading like the start of the next.
      hash.update(`\0${file}\0${content.length}\0`).update(content);
    }
  }
  return hash.digest('hex');
}

/**
 * @param {string} root
 * @param {string} path
 * @param {string[]} except
 * @returns {string[]}
 */
function filesUnder(root, path, except) {
  const stat = statSync(join(root, path), { throwIfNoEntry: false });
  if (!stat || except.includes(path)) return [];
  if (!stat.isDirectory()) return [path];
  const names = readdirSync(join(root, path)).sort();
  return names.flatMap((name) => filesUnder(root, `${path}/${name}`, except));
}
