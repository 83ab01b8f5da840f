import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { resolveInside } from './files';
import { isMissing } from './is-missing';
import type { Places } from './places';
import { explainerPath } from './state/card';

/** `sha256:` + hex, as kept in the marker. */
export const pageHash = (data: string | Uint8Array): string =>
  `sha256:${createHash('sha256').update(data).digest('hex')}`;

export const pageName = (explainer: string): string => `${explainerPath(explainer).slice(1)}index.html`;

/** The hash of the page that readers get; null when there is none. */
export async function hashOfPage(places: Places, explainer: string): Promise<string | null> {
  try {
    return pageHash(await readFile(resolveInside(places.site, pageName(explainer))));
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}
