import { adminImports } from './admin-imports.mjs';
import { fingerprint } from './fingerprint.mjs';

const FOR_BOTH = ['config', 'package.json', 'package-lock.json', 'tsconfig.json'];

/**
 * Hashes of everything that the two parts of a build are made from. Equal hashes: the build would be the same.
 * @param {string} root
 * @param {NodeJS.ProcessEnv} env the admin panel has some variables built into it
 * @returns {{ server: string, admin: string }}
 */
export function buildInputs(root, env) {
  return {
    server: fingerprint(root, [...FOR_BOTH, 'publishers', 'src'], { except: ['src/admin'] }),
    admin: fingerprint(root, [...FOR_BOTH, 'src/admin', ...adminImports(root)], { also: builtIn(env) }),
  };
}

/**
 * Strapi writes its own STRAPI_ADMIN_* variables and the path of the public address into the bundle.
 * @param {NodeJS.ProcessEnv} env
 */
function builtIn(env) {
  const own = Object.entries(env).filter(([name]) => name.startsWith('STRAPI_ADMIN_'));
  const path = env.SITE_URL && URL.canParse(env.SITE_URL) ? new URL(env.SITE_URL).pathname : '/';
  return JSON.stringify([path, ...own.sort()]);
}
