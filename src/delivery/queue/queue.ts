import type { Log } from '../context';
import type { Engine } from '../engine';
import type { HandOver } from '../store/hand-over';

/** Who hands out work. The database is the schedule; whoever hands out work only says when to look. */
export interface Dispatcher {
  /** Called in the transaction that makes deliveries due; null where the tick finds them. */
  readonly handOver: HandOver;
  /** Begins to hand work to this engine. */
  start(engine: Engine, log: Log): Promise<Queue>;
  /** Gives back what it holds. */
  close(): Promise<void>;
}

/** Work being handed out to one engine. */
export interface Queue {
  /** Hands out nothing more. What is under way goes on. */
  stop(): Promise<void>;
  /** A place of this account became free. */
  free(account: string): void;
}
