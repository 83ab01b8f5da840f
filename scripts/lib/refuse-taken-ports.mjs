import { portProblem } from './port-problem.mjs';
import { refusal } from './refusal.mjs';
import { SANDBOX_HOST } from './sandbox-host.mjs';

/**
 * To be asked before minutes of installing and building, not after.
 * @param {import('./settings.mjs').Settings} settings
 */
export async function refuseTakenPorts({ host, port, sandboxPort, startsSandbox }) {
  const problems = [await portProblem(host, port)];
  if (startsSandbox) problems.push(await portProblem(SANDBOX_HOST, sandboxPort));
  const found = problems.filter((problem) => problem !== undefined);
  if (found.length === 0) return;
  throw refusal(
    ...found,
    `请停止占用端口的程序，或换端口：npm start -- --port ${port + 10}，沙盒用环境变量 SANDBOX_PORT。`,
  );
}
