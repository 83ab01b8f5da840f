import type { Io } from '../contract';
import type { Manifest } from './manifest/manifest';
import { siteKey } from './manifest/site-key';

/** The two directories of the site, and what watches over the public one. */
export interface Places {
  /** Served to readers. */
  readonly site: string;
  /** What the publisher must remember; never served. */
  readonly state: string;
  /** Keeps the signed list of all public files; absent where the connection holds no key for it. */
  readonly manifest?: Manifest;
}

/** @throws when the account has no directories: a set-up error that `verify` reports in words */
export function placesOf({ connection, exclusive }: Pick<Io, 'connection' | 'exclusive'>): Places {
  const { siteDir, siteStateDir, siteKey: seed } = connection;
  if (!siteDir || !siteStateDir) throw new Error('the website needs siteDir and siteStateDir');
  const places = { site: siteDir, state: siteStateDir };
  return seed ? { ...places, manifest: { key: siteKey(seed), exclusive } } : places;
}
