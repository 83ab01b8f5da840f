import type { Io } from '../../contract';
import type { SiteKey } from './site-key';

/**
 * The signed list of all public files, kept in the state: name, SHA-256 and size of each. It is written under a lock of
 * its own, because live rooms and uploads write to the site without holding that of the site.
 */
export interface Manifest {
  readonly key: SiteKey;
  readonly exclusive: Io['exclusive'];
}

/** Always the innermost lock: whoever holds it asks for no other. */
export const MANIFEST_LOCK = 'site-manifest';
