import type { ReadBack } from './contract';
import { problem } from './problems';

/**
 * @param code of the channel's problem with the part `{what}`
 * @param parts what was compared, by its name in zh-Hans, and whether it is as signed
 */
export function compared(code: string, parts: Readonly<Record<string, boolean>>): ReadBack {
  const differing = Object.keys(parts).filter((part) => parts[part] === false);
  if (differing.length === 0) return { state: 'same' };
  return { state: 'different', problem: problem(code, { what: differing.join('、') }) };
}
