import { lookup } from 'node:dns/promises';
import axios from 'axios';
import { problem, type Problem } from '../../publishers/problems';
import { isInternalAddress } from './is-internal-address';

/** Bytes. */
const LARGEST = 20 * 1024 * 1024;
/** Milliseconds for one picture, redirects included. */
const PATIENCE = 15_000;
const REDIRECTS = 3;

export interface Web {
  /** All addresses of a name. */
  readonly resolve: (host: string) => Promise<readonly string[]>;
  readonly isInternal: (address: string) => boolean;
}

export const WEB: Web = {
  resolve: async (host) => (await lookup(host, { all: true, verbatim: true })).map(({ address }) => address),
  isInternal: isInternalAddress,
};

/**
 * Fetches a picture from one of the websites that were allowed, and from nowhere else: each redirect is held to the same
 * rules, and the connection goes to the very address that was looked at, so that a name cannot change its mind.
 * @param hosts `www.example.gov.cn`, `*.example.gov.cn`, or either with `:port` where it is not the usual one
 * @param until nothing is waited for after this, nor longer than fifteen seconds
 * @returns the bytes, of which nothing is believed yet
 */
export async function fetchPicture(
  address: string,
  hosts: readonly string[],
  web: Web = WEB,
  until?: AbortSignal,
): Promise<{ readonly bytes: Buffer } | { readonly problem: Problem }> {
  const own = AbortSignal.timeout(PATIENCE);
  const signal = until ? AbortSignal.any([own, until]) : own;
  const failed = (reason: string) => ({ problem: problem('picture.not-fetched', { address, reason }) });
  let at = parsed(address);
  for (let hop = 0; hop <= REDIRECTS; hop += 1) {
    if (!at || !isAllowed(at, hosts)) return { problem: problem('picture.host-not-allowed', { address }) };
    const ip = await inTime(publicAddress(at.hostname.replace(/^\[|\]$/g, ''), web), signal);
    if (ip === null) return failed('网站没有可用的公网地址');
    const answer = await get(at, ip, signal).catch(() => null);
    if (!answer) return failed('网站没有回答，或图片太大');
    const { location } = answer;
    if (location === null) return answer.status === 200 ? { bytes: answer.bytes } : failed(`网站回答 ${answer.status}`);
    at = parsed(location, at);
  }
  return failed('网站一再转到别处');
}

const parsed = (address: string, base?: URL): URL | null =>
  URL.canParse(address, base) ? new URL(address, base) : null;

function isAllowed({ protocol, hostname, port, username, password }: URL, hosts: readonly string[]): boolean {
  if ((protocol !== 'https:' && protocol !== 'http:') || username !== '' || password !== '') return false;
  const name = port === '' ? hostname : `${hostname}:${port}`;
  return hosts.some((host) => (host.startsWith('*.') ? name.endsWith(host.slice(1)) : name === host));
}

/** Null where the name has none, or where any of its addresses is internal: an honest website has no such. */
async function publicAddress(host: string, { resolve, isInternal }: Web): Promise<string | null> {
  const all = await resolve(host).catch(() => []);
  return all.some(isInternal) ? null : (all[0] ?? null);
}

/** Looking up a name cannot be broken off, only left behind. */
function inTime(looking: Promise<string | null>, signal: AbortSignal): Promise<string | null> {
  const late = new Promise<null>((give) => signal.addEventListener('abort', () => give(null), { once: true }));
  return signal.aborted ? Promise.resolve(null) : Promise.race([looking, late]);
}

interface Got {
  readonly status: number;
  readonly bytes: Buffer;
  /** Where a redirect leads. */
  readonly location: string | null;
}

async function get(url: URL, ip: string, signal: AbortSignal): Promise<Got> {
  const { status, data, headers } = await axios.get<Buffer>(url.href, {
    // The name stays in the request and in the certificate's check; only where it leads is settled.
    lookup: (_name, _options, done) => done(null, ip, ip.includes(':') ? 6 : 4),
    headers: { accept: 'image/*', 'accept-encoding': 'identity' },
    responseType: 'arraybuffer',
    decompress: false,
    maxContentLength: LARGEST,
    maxRedirects: 0,
    proxy: false,
    signal,
    timeout: PATIENCE,
    validateStatus: () => true,
  });
  const location: unknown = headers['location'];
  const leads = status >= 300 && status < 400 && typeof location === 'string';
  return { status, bytes: data, location: leads ? location : null };
}
