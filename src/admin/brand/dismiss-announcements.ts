/**
 * Strapi greets everybody with a banner about its new media library until it is closed, and remembers that under the
 * installation's id. Installations without telemetry have none: `false` once known, `undefined` before.
 */
const KEYS: readonly string[] = ['false', 'undefined'].map(
  (installation) => `STRAPI_MEDIA_LIBRARY_BANNER_DISMISSED_FOR_false:${installation}`,
);

/** Closes the announcements of the tool for people who came to write. */
export function dismissAnnouncements(): void {
  for (const key of KEYS) localStorage.setItem(key, 'true');
}
