import { SANDBOX_HOST } from './sandbox-host.mjs';

/**
 * The environment of the sandbox. It has no log-in and receives unpublished texts: it stays on this machine wherever the
 * product listens. It pushes events and people's messages to the product's own account, unless somebody wants them elsewhere.
 * @param {NodeJS.ProcessEnv} env as of the product
 * @param {Pick<import('./settings.mjs').Settings, 'local'>} settings
 * @returns {NodeJS.ProcessEnv}
 */
export const sandboxEnvironment = (env, { local }) => ({
  ...env,
  HOST: SANDBOX_HOST,
  SANDBOX_CALLBACK_URL: env.SANDBOX_CALLBACK_URL || `${local}/callback/wechat/wechat`,
});
