/**
 * What may be uploaded. Sources: https://developers.weixin.qq.com/doc/subscription/api/material/permanent/api_addmaterial.html,
 * .../material/permanent/api_uploadimage.html, .../material/temporary/api_uploadtempmedia.html
 */
const KB = 1024;
const MB = 1024 * KB;

export type MediaType = 'image' | 'voice' | 'video' | 'thumb';

export interface MediaRule {
  readonly maxBytes: number;
  readonly mimes: readonly string[];
  /** Error code for a file that is too large. */
  readonly tooLarge: 40009 | 40010 | 40011 | 40012;
  /** Longest recording, seconds. */
  readonly maxSeconds?: number;
  /** Most files of this type that the library keeps. */
  readonly libraryCap: number;
}

const JPG = 'image/jpeg';
const PNG = 'image/png';
const GIF = 'image/gif';
const MP3 = 'audio/mpeg';
const AMR = 'audio/amr';
const MP4 = 'video/mp4';

export const PERMANENT_RULES: Readonly<Record<MediaType, MediaRule>> = {
  image: { maxBytes: 10 * MB, mimes: [JPG, PNG, GIF, 'image/bmp'], tooLarge: 40009, libraryCap: 100_000 },
  voice: {
    maxBytes: 2 * MB,
    mimes: [MP3, AMR, 'audio/wav', 'audio/x-ms-wma'],
    tooLarge: 40010,
    maxSeconds: 60,
    libraryCap: 1000,
  },
  video: { maxBytes: 10 * MB, mimes: [MP4], tooLarge: 40011, libraryCap: 1000 },
  thumb: { maxBytes: 64 * KB, mimes: [JPG], tooLarge: 40012, libraryCap: 1000 },
};

export const TEMPORARY_RULES: Readonly<Record<MediaType, MediaRule>> = {
  image: { ...PERMANENT_RULES.image, mimes: [JPG, PNG, GIF] },
  voice: { ...PERMANENT_RULES.voice, mimes: [MP3, AMR] },
  video: PERMANENT_RULES.video,
  thumb: PERMANENT_RULES.thumb,
};

/** Pictures inside an article: below 1 MB, jpg or png; they do not count towards the library. */
export const CONTENT_PICTURE_RULE: MediaRule = {
  maxBytes: MB - 1,
  mimes: [JPG, PNG],
  tooLarge: 40009,
  libraryCap: Number.POSITIVE_INFINITY,
};

export const TEMPORARY_LIFETIME_MS = 3 * 24 * 60 * 60 * 1000;

export const isMediaType = (text: string): text is MediaType => text in PERMANENT_RULES;
