import { accessSync, constants } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';

/**
 * The absolute path of a program, looked up as a shell would; who starts it later may not look it up.
 * @param {string} name a name, or a path
 * @param {string} [path] as the variable PATH
 * @returns {string | undefined}
 */
export function findProgram(name, path = process.env.PATH ?? '') {
  const candidates = /[\\/]/.test(name) ? [resolve(name)] : path.split(delimiter).map((folder) => join(folder, name));
  return candidates.find(isExecutable);
}

/** @param {string} file */
function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    // Not there, or not ours to run: for the search it is the same.
    return false;
  }
}
