import { readLine } from './read-line.mjs';
import { refusal } from './refusal.mjs';
import { tail } from './tail.mjs';

/**
 * The refusal for a program that ended by itself, with the end of its log.
 * @param {import('./launch.mjs').Launched} launched
 */
export function died({ title, log, child }) {
  const how = child.signalCode ? `信号 ${child.signalCode}` : `退出码 ${child.exitCode}`;
  const end = tail(log, 12)
    .split('\n')
    .map((line) => readLine(line).text);
  return refusal(`${title}意外停止（${how}）。完整记录：${log}`, '', end.join('\n'));
}
