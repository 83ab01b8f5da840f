import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** @typedef {{ email: string, password: string, role: string, title: string }} DemoUser */

/**
 * The accounts that the product made for its demo, if it did.
 * @param {string} dataDir
 * @returns {DemoUser[]}
 */
export function demoUsers(dataDir) {
  const file = join(dataDir, 'demo-users.json');
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : [];
}
