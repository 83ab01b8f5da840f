import { createMutex } from '../../../../src/delivery/mutex';
import { HttpFailure, type HttpRequest, type Io, type MediaRef } from '../../../../publishers/contract';

export interface TestIo extends Io {
  /** What `now` answers; tests move it. */
  clock: Date;
  readonly cached: Map<string, string>;
}

/** An Io over real HTTP, with a cache in memory and the files that a test gives it. */
export function testIo(
  connection: Readonly<Record<string, string>>,
  files: readonly [MediaRef, Uint8Array][] = [],
): TestIo {
  const cached = new Map<string, string>();
  const bytes = new Map(files.map(([ref, content]) => [ref.sha256, content]));
  return {
    clock: new Date(),
    cached,
    connection,
    http: sendByFetch,
    media: (ref) => {
      const found = bytes.get(ref.sha256);
      return found ? Promise.resolve(found) : Promise.reject(new Error(`no file ${ref.name}`));
    },
    cache: {
      get: (key) => Promise.resolve(cached.get(key) ?? null),
      set: (key, value, seconds) => {
        if (Math.floor(seconds) > 0) cached.set(key, value);
        return Promise.resolve();
      },
      delete: (key) => {
        cached.delete(key);
        return Promise.resolve();
      },
    },
    exclusive: createMutex(),
    now() {
      return this.clock;
    },
    log: () => undefined,
  };
}

async function sendByFetch({ method, url, query = {}, json, multipart, timeout = 15_000 }: HttpRequest) {
  const address = new URL(url);
  for (const [name, value] of Object.entries(query)) address.searchParams.set(name, String(value));
  let body: string | FormData | undefined;
  if (json !== undefined) body = JSON.stringify(json);
  if (multipart) {
    body = new FormData();
    for (const part of multipart) {
      if ('value' in part) body.append(part.name, part.value);
      else body.append(part.name, new Blob([Uint8Array.from(part.bytes)], { type: part.mime }), part.filename);
    }
  }
  try {
    const response = await fetch(address, {
      method,
      body,
      headers: json === undefined ? {} : { 'content-type': 'application/json' },
      signal: AbortSignal.timeout(timeout),
    });
    return { status: response.status, headers: {}, text: await response.text() };
  } catch (error) {
    const cause =
      error instanceof Error && error.cause instanceof Error && 'code' in error.cause ? error.cause.code : '';
    throw new HttpFailure(String(error), cause !== 'ECONNREFUSED', String(cause));
  }
}
