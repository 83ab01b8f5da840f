import { existsSync } from 'node:fs';
import { atMost } from './at-most.mjs';
import { runLogged } from './run-logged.mjs';

/** apt-get refuses to run twice at a time. */
const oneByOne = atMost(1);

/** Whether packages of the system can be installed here without asking anybody. */
export const mayAptInstall = () => process.getuid?.() === 0 && existsSync('/etc/debian_version');

/**
 * Installs Debian packages, as root.
 * @param {string} label what is installed, for people
 * @param {string[]} packages
 * @param {{ logs: string, env: NodeJS.ProcessEnv, advice: string }} options
 * @throws a refusal when apt-get fails
 */
export async function aptInstall(label, packages, { logs, env, advice }) {
  const apt = { command: 'apt-get', env: { ...env, DEBIAN_FRONTEND: 'noninteractive' }, logs, advice: () => advice };
  await oneByOne(async () => {
    await runLogged({ ...apt, label: '更新软件源', name: 'apt-update', args: ['update'] });
    await runLogged({
      ...apt,
      label,
      name: 'apt-install',
      args: ['install', '-y', '--no-install-recommends', ...packages],
    });
  });
}
