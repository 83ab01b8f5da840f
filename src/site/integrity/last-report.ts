import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import type { StillHeld } from '../../../publishers/contract';
import { writeFileAtomic } from '../../../publishers/website/files';

const NAME = 'site-check.json';
const numbers = <K extends string>(...keys: readonly [K, ...K[]]) => z.record(z.enum(keys), z.number());
const report = z.object({
  at: z.iso.datetime(),
  list: z.enum(['whole', 'adopting', 'damaged', 'missing', 'forged']),
  files: z.number(),
  bytes: z.number(),
  leftovers: z.number(),
  counts: numbers('altered', 'missing', 'foreign'),
  deeds: numbers('restored', 'removed', 'left'),
  complete: z.boolean(),
});

/** What the last check found, without the names. */
export type LastReport = z.infer<typeof report>;

/** Of any process that shares the state; null before the first check. */
export async function lastReport(siteStateDir: string): Promise<LastReport | null> {
  try {
    return report.parse(JSON.parse(await readFile(path.join(siteStateDir, NAME), 'utf8')));
  } catch {
    // None yet, or of another version: the next check writes one.
    return null;
  }
}

export const keepReport = (siteStateDir: string, last: LastReport, stillHeld: StillHeld): Promise<void> =>
  writeFileAtomic(siteStateDir, NAME, JSON.stringify(report.parse(last)), stillHeld);
