import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';

const RELATIVE_IMPORT = /(?:from|import|import\()\s*['"](\.{1,2}\/[^'"]+)['"]/g;

/**
 * The top folders outside src/admin that its code imports from: what they hold may end in the admin panel, too.
 * Whole folders, because the imported files import others.
 * @param {string} root
 * @returns {string[]} relative to root, sorted
 */
export function adminImports(root) {
  /** @type {Set<string>} */
  const outside = new Set();
  if (!existsSync(join(root, 'src/admin'))) return [];
  for (const name of readdirSync(join(root, 'src/admin'), { recursive: true, encoding: 'utf8' })) {
    if (!/\.(tsx?|jsx?|mjs)$/.test(name)) continue;
    const file = `src/admin/${name.replaceAll('\\', '/')}`;
    for (const [, target] of readFileSync(join(root, file), 'utf8').matchAll(RELATIVE_IMPORT)) {
      const path = posix.join(posix.dirname(file), String(target));
      if (!path.startsWith('src/admin/')) outside.add(String(path.split('/')[0]));
    }
  }
  return [...outside].sort();
}
