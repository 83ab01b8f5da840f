/** Milliseconds by which China is ahead of UTC: all year since 1991, so it is a constant. */
export const CHINA_OFFSET = 8 * 3_600_000;
