/** Rules of `2/statuses/share` that shape a post. @see https://open.weibo.com/wiki/2/statuses/share */
export const WEIBO_LIMITS = {
  /** Characters by `weiboLength`. The platform says 140, but its server counts less kindly than its own composer. */
  text: 130,
  /** Bytes of the one picture; the platform refuses 5 MB and more. */
  pictureBytes: 5_000_000,
  /** Pixels of the longer side. Ours: larger pictures are scaled down by the platform anyway. */
  pictureSide: 2048,
  /** Characters of the signature of an account. Ours: a longer one would eat the answer. */
  signature: 20,
} as const;

/** Types that we can turn into the JPEG that the platform takes. */
export const WEIBO_PICTURE_TYPES: readonly string[] = [
  'image/jpeg',
  'image/png',
  'image/webp',
  'image/gif',
  'image/avif',
  'image/tiff',
  'image/svg+xml',
];
