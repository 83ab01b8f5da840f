import { createHash } from 'node:crypto';

/** The captions of a video as a file of their own, known by the hash of their text. */
export interface CaptionFile {
  readonly sha256: string;
  readonly text: string;
}

/** null when there are none. */
export function captionFile(video: { readonly captions: string } | null): CaptionFile | null {
  if (!video || video.captions.trim() === '') return null;
  return { sha256: createHash('sha256').update(video.captions).digest('hex'), text: video.captions };
}
