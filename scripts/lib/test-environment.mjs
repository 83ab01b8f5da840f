import { join } from 'node:path';
import { ROOT } from './root.mjs';
import { VARIABLES } from './variables.mjs';

/**
 * The environment of builds and tests without the operator's settings: no test may reach a real account or real data.
 * @param {NodeJS.ProcessEnv} env
 * @returns {NodeJS.ProcessEnv}
 */
export function testEnvironment(env) {
  const own = new Set(VARIABLES.map(([name]) => name));
  const kept = Object.entries(env).filter(([name]) => !own.has(name) && name !== 'NODE_ENV');
  // Strapi reads this file into the environment; pointing it at none keeps a project's .env out of the tests.
  return {
    ...Object.fromEntries(kept),
    ENV_PATH: join(ROOT, '.tmp', 'no.env'),
    DATA_DIR: join(ROOT, '.tmp', 'test-data'),
  };
}
