import type { MediaRef } from '../../contract';

/** The address of a file until the page is written; see `place-media.ts`. */
export const placeholder = ({ sha256 }: Pick<MediaRef, 'sha256'>): string => `media:${sha256}`;
