/**
 * The environment of the product and of the sandbox: everything decided here is passed on, so that nobody decides twice.
 * @param {NodeJS.ProcessEnv} env as the operator set it: it wins over generated secrets
 * @param {Record<string, string>} secrets
 * @param {import('./settings.mjs').Settings} settings
 * @returns {NodeJS.ProcessEnv}
 */
export function childEnvironment(env, secrets, { host, port, siteUrl, dataDir, mode, sandboxPort }) {
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value));
  return {
    ...secrets,
    STRAPI_PLUGIN_I18N_INIT_LOCALE_CODE: 'zh-Hans',
    ...set,
    NODE_ENV: 'production',
    STRAPI_TELEMETRY_DISABLED: 'true',
    STRAPI_DISABLE_EE: 'true',
    HOST: host,
    PORT: String(port),
    SITE_URL: siteUrl,
    DATA_DIR: dataDir,
    PUBLISHING_MODE: mode,
    SANDBOX_PORT: String(sandboxPort),
  };
}
