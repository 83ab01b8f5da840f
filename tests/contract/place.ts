import type { Account } from '../../publishers/contract';
import type { TestIo } from '../unit/publishers/weibo/io';

/** Where a publisher publishes to in the contract suite: a directory or a platform of its own, empty at first. */
export interface Place {
  readonly account: Account;
  /** Reaches the place; its clock stands still until `pass`. */
  readonly io: TestIo;
  /** Lets time pass, for the platform as well. Milliseconds. */
  readonly pass: (milliseconds: number) => void;
  /** Addresses or ids of everything that a reader can come upon. */
  readonly readable: () => Promise<readonly string[]>;
  /** The ids that the place itself gave to what is public, one for each copy. */
  readonly published: () => Promise<readonly string[]>;
  /** Everything that the place keeps, to see whether a call changed something. */
  readonly everything: () => Promise<unknown>;
  /** The next irreversible call is carried out and its answer lost. Missing where there is no line that could break. */
  readonly loseAnswer?: () => void;
  /** Changes a word of the one thing that is public, past the publisher. */
  readonly alter: () => Promise<void>;
  /** Takes the one thing that is public away, past the publisher. */
  readonly remove: () => Promise<void>;
  readonly close: () => Promise<void>;
}
