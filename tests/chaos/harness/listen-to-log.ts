import type { EngineParts } from '../../../src/delivery/context';

export interface LogLine {
  readonly level: string;
  readonly message: string;
}

/** Collects what an engine logs from now on. */
export function listenToLog(parts: EngineParts): readonly LogLine[] {
  const lines: LogLine[] = [];
  const log: EngineParts['log'] = (level, message) => void lines.push({ level, message });
  Object.assign(parts, { log });
  return lines;
}
