import type { Account, Io, Publisher, SharedCache } from '../../publishers/contract';
import type { Delivery, Exchange } from './delivery';
import { sendHttp } from './http';
import type { MediaStore } from './media-store';
import type { Store } from './store';

/** An account with the private half that is never rendered: addresses, directories, credentials. */
export interface ConnectedAccount {
  readonly account: Account;
  readonly connection: Readonly<Record<string, string>>;
}

export type Log = (level: 'debug' | 'info' | 'warn' | 'error', message: string, facts?: object) => void;

export interface EngineParts {
  readonly store: Store;
  readonly publishers: ReadonlyMap<string, Publisher>;
  readonly accounts: () => Promise<readonly ConnectedAccount[]>;
  readonly media: MediaStore;
  readonly cache: SharedCache;
  readonly exclusive: Io['exclusive'];
  readonly now: () => Date;
  readonly log: Log;
  /** Names this process in claims and attempts. */
  readonly owner: string;
  /**
   * How long a claim lasts without being renewed, milliseconds. Must stay above the longest single request, or a
   * slow run is taken over while it still works.
   */
  readonly lease: number;
}

/** Everything one run of one delivery needs. */
export interface Run {
  readonly parts: EngineParts;
  readonly publisher: Publisher;
  readonly account: Account;
  readonly io: Io;
  /** Exchanges since the last attempt was written; emptied by `takeExchanges`. */
  readonly takeExchanges: () => readonly Exchange[];
  readonly stillMine: () => boolean;
  /** False once the claim was lost or the process is to end: begin nothing that can wait. */
  readonly mayGoOn: () => boolean;
}

/** The signed file is not there any more, or is not the file that was signed. */
export class MediaGone extends Error {
  override readonly name = 'MediaGone';
  constructor(readonly file: string) {
    super(`signed file is gone or altered: ${file}`);
  }
}

/**
 * Makes what a publisher acts with, for one account.
 * @param stillMine false once the claim was lost; from then on nothing is sent
 */
export function createIo(
  parts: EngineParts,
  connected: ConnectedAccount,
  record: (exchange: Exchange) => void,
  stillMine: () => boolean = () => true,
  about: Pick<Delivery, 'id'> | null = null,
): Io {
  return {
    http: (request) => sendHttp(request, record, stillMine),
    connection: connected.connection,
    media: (ref) =>
      parts.media.read(ref).catch(() => {
        throw new MediaGone(ref.name);
      }),
    cache: parts.cache,
    exclusive: parts.exclusive,
    now: parts.now,
    log: (level, message, facts) =>
      parts.log(level, message, {
        account: connected.account.name,
        ...(about ? { delivery: about.id } : {}),
        ...facts,
      }),
  };
}
