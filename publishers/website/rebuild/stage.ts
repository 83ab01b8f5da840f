import type { Change } from '../changes';

/** One kind of page that a rebuild draws. */
export interface Stage {
  readonly name: 'assets' | 'explainers' | 'policies' | 'policy lists' | 'topics' | 'sitemap' | 'open data' | 'fixed';
  /** Pages that are drawn and placed together: no more, because publications wait for as long as that takes. */
  readonly most: number;
  /** Every page by a key, in ascending order. */
  readonly keys: () => Promise<readonly string[]>;
  /** Keys of different groups never share a batch; absent = all may. */
  readonly groupOf?: (key: string) => string;
  /** The pages of some keys, from what the state says now. */
  readonly draw: (keys: readonly string[]) => Promise<readonly Change[]>;
  /** What has to be written so that those pages stand; `unsettled` = left to whoever was cut off while publishing them. */
  readonly changes: (
    keys: readonly string[],
  ) => Promise<{ readonly changes: readonly Change[]; readonly unsettled: number }>;
}
