/** One line of the table that `npm run bench` prints. */
export interface BenchRow {
  readonly name: string;
  /** Measured in one run, against what `name` says. */
  readonly ratio: number;
  readonly goal: number;
  /** `lower` for a cost, `higher` for a throughput. */
  readonly better: 'lower' | 'higher';
  readonly detail?: string;
}
