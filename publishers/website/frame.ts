import type { SiteIdentity } from './settings';

/** What every page needs to know about the site that it belongs to. */
export interface Frame {
  readonly site: SiteIdentity;
  /** Public address without a trailing slash. */
  readonly siteUrl: string;
}
