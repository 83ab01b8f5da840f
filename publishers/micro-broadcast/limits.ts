/** Rules of a micro-broadcast. Ours, but taken from Weibo, so that each update can also be posted there by hand. */
export const BROADCAST_LIMITS = {
  /** Characters of one update by `weiboLength`, hashtag included. */
  text: 140,
  /** Characters of a hashtag, without its marks. */
  hashtag: 32,
  /** Updates of one script: more tire readers, and real broadcasts had 20 to 30. */
  updates: 30,
  /** Pictures of one update. */
  images: 9,
  /** Seconds between two scripted updates. */
  secondsBetween: { least: 1, most: 3600, default: 20 },
} as const;
