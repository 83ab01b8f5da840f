import type { Io } from '../contract';

/** The two directories of the site. */
export interface Places {
  /** Served to readers. */
  readonly site: string;
  /** What the publisher must remember; never served. */
  readonly state: string;
}

/** @throws when the account has no directories: a set-up error that `verify` reports in words */
export function placesOf({ connection }: Pick<Io, 'connection'>): Places {
  const { siteDir, siteStateDir } = connection;
  if (!siteDir || !siteStateDir) throw new Error('the website needs siteDir and siteStateDir');
  return { site: siteDir, state: siteStateDir };
}
