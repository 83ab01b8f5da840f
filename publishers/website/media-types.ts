/** What the site can show. Pictures are written anew by us, so only their being readable counts. */
export const PICTURE_TYPES = [
  'image/jpeg',
  'image/png',
  'image/webp',
  'image/gif',
  'image/avif',
  'image/tiff',
  'image/svg+xml',
] as const;

/** Recordings are copied as they are; the ending decides the type under which a web server sends them. */
export const RECORDING_ENDINGS: Readonly<Record<string, string>> = {
  'video/mp4': 'mp4',
  'video/webm': 'webm',
  'audio/mpeg': 'mp3',
  'audio/mp4': 'm4a',
  'audio/x-m4a': 'm4a',
  'audio/wav': 'wav',
};

export const isPicture = (mime: string): boolean => PICTURE_TYPES.some((type) => type === mime);
