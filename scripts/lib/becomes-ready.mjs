import { died } from './died.mjs';
import { progress } from './progress.mjs';
import { refusal } from './refusal.mjs';
import { tail } from './tail.mjs';
import { waitUntil } from './wait-until.mjs';

/** The first start fills an empty database with the demo and writes the whole site. */
const READY_WITHIN_MS = 5 * 60_000;

/**
 * Waits for a program to be of use, with progress on the terminal.
 * @param {import('./launch.mjs').Launched} launched
 * @param {() => Promise<boolean>} question
 * @param {Promise<undefined>} asked settles when the operator asks to stop
 * @returns {Promise<boolean>} false when the operator asked to stop
 * @throws a refusal when the program ends or is not ready in time
 */
export async function becomesReady(launched, question, asked) {
  let over = false;
  const shown = progress(`启动${launched.title}`);
  const outcome = await Promise.race([
    waitUntil(question, { limitMs: READY_WITHIN_MS, abandoned: () => over }).then((yes) => (yes ? 'ready' : 'late')),
    launched.ended.then(() => 'died'),
    asked.then(() => 'asked'),
  ]);
  over = true;
  if (outcome === 'ready') shown.done();
  else shown.failed();
  if (outcome === 'died') throw died(launched);
  if (outcome === 'late') {
    throw refusal(
      `${launched.title}在 ${READY_WITHIN_MS / 60_000} 分钟内没有就绪。完整记录：${launched.log}`,
      '',
      tail(launched.log),
    );
  }
  return outcome === 'ready';
}
