import { aptInstall, mayAptInstall } from './apt-install.mjs';
import { findProgram } from './find-program.mjs';
import { refusal } from './refusal.mjs';

const PROGRAMS = ['ffmpeg', 'ffprobe'];

/**
 * Makes sure of ffmpeg, with which the website brings films into sizes that every browser plays. The product runs
 * without it; the tests of what it does with it do not. On Debian as root it is installed.
 * @param {{ logs: string, env: NodeJS.ProcessEnv }} options
 * @throws a refusal with the command to run where this cannot be done here
 */
export async function ensureFfmpeg({ logs, env }) {
  const isThere = () => PROGRAMS.every((name) => findProgram(name, env.PATH));
  if (isThere()) return;
  const advice = 'Debian、Ubuntu：sudo apt-get install ffmpeg；其他系统：安装 ffmpeg 并放进 PATH。';
  if (!mayAptInstall()) throw refusal('单元测试缺少 ffmpeg。', advice);
  await aptInstall('安装 ffmpeg', ['ffmpeg'], { logs, env, advice });
  if (!isThere()) throw refusal('安装之后仍然缺少 ffmpeg。', advice);
}
