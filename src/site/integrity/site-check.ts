import type { Io } from '../../../publishers/contract';
import type { Manifest } from '../../../publishers/website/manifest/manifest';
import type { TreeState } from '../../../publishers/website/manifest/tree';
import type { Places } from '../../../publishers/website/places';

/** What one check of the site works with. */
export interface SiteCheck {
  readonly places: Places;
  readonly manifest: Manifest;
  /** Whether what was altered is put back; otherwise it is only reported. */
  readonly restores: boolean;
  /**
   * Whether this process holds the lock that publications take, and so may enter in the list what one of them left
   * open. Another process beside it looks twice instead.
   */
  readonly ownsLock: boolean;
  /** Called again and again; waits so that readers and publications are served first. */
  readonly pace: () => Promise<void>;
  readonly now: () => Date;
  /** Where the signed file of these bytes lies; null when there is none. */
  readonly original: (sha256: string) => Promise<string | null>;
  readonly log: Io['log'];
  /** True once the process is to end. */
  readonly isOver: () => boolean;
}

export type Trouble = 'altered' | 'missing' | 'foreign';
/** `removed`: nobody can read it any more, but its true bytes were not found. `left`: nothing was done. */
export type Deed = 'restored' | 'removed' | 'left';

/** One public file that is not what was published. */
export interface Finding {
  readonly trouble: Trouble;
  readonly name: string;
  readonly deed: Deed;
}

/** Findings that a report names; all are counted. */
export const NAMED = 1_000;

export interface SiteReport {
  readonly at: string;
  /** How far the list can be believed. */
  readonly list: TreeState | 'missing' | 'forged';
  /** Files of the list that were looked at, and their bytes. */
  readonly files: number;
  readonly bytes: number;
  /** Half-written files of processes that were killed. */
  readonly leftovers: number;
  readonly counts: Readonly<Record<Trouble, number>>;
  readonly deeds: Readonly<Record<Deed, number>>;
  readonly findings: readonly Finding[];
  /** False when it was stopped half-way. */
  readonly complete: boolean;
}

/** Whether nobody needs to look. */
export const isClean = ({ list, counts }: SiteReport): boolean =>
  list === 'whole' && Object.values(counts).every((count) => count === 0);
