/**
 * What the platform allows, in code points unless said otherwise. How it counts 字 is not documented; code points never
 * let through what it refuses.
 * @see https://developers.weixin.qq.com/doc/subscription/api/draftbox/draftmanage/api_draft_add.html
 */
export const LIMITS = {
  title: 32,
  author: 16,
  digest: 128,
  /** HTML of an article with its tags; the platform demands fewer than this. */
  content: 20_000,
  /** From here on staff are warned. */
  contentWarning: 18_000,
  /** Bytes. */
  sourceUrl: 1024,
  pictures: 20,
  /** The interface allows 32 for image posts too; the editor, and what phones show, ends here. */
  pictureTitle: 20,
  /** The interface names none; the editor ends here. */
  pictureText: 1000,
  /** Bytes of a picture inside an article; the platform demands less than 1 MB. */
  articlePicture: 1_000_000,
  /** Bytes of a picture in the library; the platform allows 10 MB. */
  libraryPicture: 5_000_000,
  /** Bytes of a video in the library. */
  video: 10 * 1024 * 1024,
} as const;
