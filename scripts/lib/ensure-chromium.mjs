import { spawnSync } from 'node:child_process';
import { aptInstall, mayAptInstall } from './apt-install.mjs';
import { findProgram } from './find-program.mjs';
import { refusal } from './refusal.mjs';

const NAMES = ['chromium', 'google-chrome', 'google-chrome-stable', 'chromium-browser'];
const PACKAGES = ['chromium', 'fonts-noto-cjk', 'fontconfig'];

/**
 * Makes sure of a browser and of Chinese fonts, without which every picture of a page would be of empty boxes. On Debian
 * as root it installs what is missing.
 * @param {{ logs: string, env: NodeJS.ProcessEnv }} options
 * @returns {Promise<string>} the browser's program, absolute
 * @throws a refusal with the command to run where this cannot be done here
 */
export async function ensureChromium({ logs, env }) {
  const found = browser(env);
  if (found && hasChineseFonts()) return found;
  const missing = [...(found ? [] : ['Chromium']), ...(hasChineseFonts() ? [] : ['中文字体'])].join('和');
  if (!mayAptInstall()) {
    throw refusal(
      `浏览器测试缺少${missing}。`,
      `Debian、Ubuntu：sudo apt-get install ${PACKAGES.join(' ')}`,
      '其他系统：安装 Chrome 或 Chromium 和一种中文字体，必要时用 CHROMIUM_PATH 指明浏览器程序。',
    );
  }
  const advice = '请检查软件源，或自行安装后用 CHROMIUM_PATH 指明浏览器程序。';
  await aptInstall(`安装${missing}`, PACKAGES, { logs, env, advice });
  const installed = browser(env);
  if (installed && hasChineseFonts()) return installed;
  throw refusal(`安装之后仍然缺少${missing}。`, advice);
}

/** @param {NodeJS.ProcessEnv} env */
function browser(env) {
  const candidates = (env.CHROMIUM_PATH ? [env.CHROMIUM_PATH] : NAMES).map((name) => findProgram(name, env.PATH));
  // Ubuntu's package is a stub that is there but does not run.
  return candidates.find((program) => program && spawnSync(program, ['--version'], { stdio: 'ignore' }).status === 0);
}

/** fc-list succeeds without a match, too: what it prints counts. */
function hasChineseFonts() {
  const { stdout } = spawnSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8' });
  return process.platform !== 'linux' || Boolean(stdout?.trim());
}
