import type { Stage } from './stage';

/** Pages of one stage that are drawn and placed together. */
export interface Batch {
  readonly stage: Stage;
  readonly keys: readonly string[];
  /** Grows from batch to batch; kept as the place at which a rebuild goes on. */
  readonly cursor: string;
}

/** All pages, cut into batches, in the order of the stages. */
export async function batchesOf(stages: readonly Stage[]): Promise<readonly Batch[]> {
  const batches: Batch[] = [];
  for (const [index, stage] of stages.entries()) {
    let keys: string[] = [];
    const close = () => {
      const last = keys.at(-1);
      if (last !== undefined) batches.push({ stage, keys, cursor: `${index} ${last}` });
      keys = [];
    };
    for (const key of await stage.keys()) {
      const last = keys.at(-1);
      if (last !== undefined && (keys.length >= stage.most || stage.groupOf?.(last) !== stage.groupOf?.(key))) close();
      keys.push(key);
    }
    close();
  }
  return batches;
}
