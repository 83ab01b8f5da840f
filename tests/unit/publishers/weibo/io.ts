import type { HttpRequest, Io, MediaRef } from '../../../../publishers/contract';
import { sendHttp } from '../../../../src/delivery/http';
import { createMutex } from '../../../../src/delivery/mutex';

export interface TestIo extends Io {
  /** Requests in the order in which they were made. */
  readonly sent: HttpRequest[];
  clock: Date;
}

interface Parts {
  readonly connection: Readonly<Record<string, string>>;
  readonly files?: Readonly<Record<string, Uint8Array>>;
  /** Milliseconds after which a request is given up, so that tests of silence are short. */
  readonly timeout?: number;
}

/** An `Io` with the product's own HTTP, files by id and a clock that stands until a test moves it. */
export function testIo({ connection, files = {}, timeout = 5_000 }: Parts): TestIo {
  const sent: HttpRequest[] = [];
  const kept = new Map<string, string>();
  const io: TestIo = {
    sent,
    clock: new Date(),
    connection,
    http(request) {
      sent.push(request);
      return sendHttp({ ...request, timeout }, () => undefined);
    },
    media: (ref: MediaRef) => {
      const bytes = files[ref.id];
      return bytes ? Promise.resolve(bytes) : Promise.reject(new Error(`no file ${ref.id}`));
    },
    cache: {
      get: (key) => Promise.resolve(kept.get(key) ?? null),
      set: (key, value) => Promise.resolve(void kept.set(key, value)),
      delete: (key) => Promise.resolve(void kept.delete(key)),
    },
    exclusive: createMutex(),
    now: () => io.clock,
    log: () => undefined,
  };
  return io;
}
