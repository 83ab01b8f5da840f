import { HttpFailure, type HttpResponse, type Io, type ReadBack } from '../contract';
import { problem } from '../problems';

const MOVED: readonly number[] = [301, 302, 303, 307, 308];
const GONE: readonly number[] = [404, 410];

/**
 * A page as a reader gets it, or what its absence means. A move within the site (to https, to the address with a slash)
 * is followed once; a move to another host is what hijacked sites do.
 */
export async function publicPage(
  address: string,
  io: Io,
): Promise<{ readonly html: string } | { readonly readBack: ReadBack }> {
  try {
    const first = await get(address, io);
    const target = targetOf(first, address);
    if (target && target.hostname !== new URL(address).hostname) {
      return { readBack: { state: 'different', problem: problem('website.moved', { host: target.hostname }) } };
    }
    const { status, text } = target ? await get(target.href, io) : first;
    if (status === 200) return { html: text };
    if (GONE.includes(status)) return { readBack: { state: 'gone', problem: problem('website.gone', { status }) } };
    return { readBack: { state: 'unknown' } };
  } catch (failure) {
    if (!(failure instanceof HttpFailure)) throw failure;
    return { readBack: { state: 'unknown' } };
  }
}

/** Past caches that would show what was there before. */
const get = (url: string, io: Io): Promise<HttpResponse> =>
  io.http({ method: 'GET', url, headers: { 'cache-control': 'no-cache' } });

function targetOf({ status, headers }: HttpResponse, from: string): URL | null {
  const location = headers['location'];
  return MOVED.includes(status) && location !== undefined && URL.canParse(location, from)
    ? new URL(location, from)
    : null;
}
