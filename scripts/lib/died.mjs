import { refusal } from './refusal.mjs';
import { tail } from './tail.mjs';

/**
 * The refusal for a program that ended by itself, with the end of its log.
 * @param {import('./launch.mjs').Launched} launched
 */
export function died({ title, log, child }) {
  const how = child.signalCode ? `信号 ${child.signalCode}` : `退出码 ${child.exitCode}`;
  return refusal(`${title}意外停止（${how}）。完整记录：${log}`, '', tail(log, 12));
}
