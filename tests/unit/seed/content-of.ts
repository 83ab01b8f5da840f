import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Content, MediaRef } from '../../../publishers/content';
import { DEMO_MEDIA, MEDIA_DIR_RELATIVE, policies } from '../../../src/seed/demo';
import type { explainers } from '../../../src/seed/demo';
import { mp4Duration } from './mp4-duration';

const addressOf = (name: string): string => `/media/${name}`;

/** A file of the demo as the media library would describe it. */
function mediaOf(name: string): MediaRef {
  const described = DEMO_MEDIA[name];
  if (!described) throw new Error(`${name} is not described`);
  const bytes = readFileSync(path.resolve(__dirname, '../../..', MEDIA_DIR_RELATIVE, name));
  const picture = described.mime === 'image/png';
  return {
    id: name,
    url: addressOf(name),
    sha256: createHash('sha256').update(bytes).digest('hex'),
    mime: described.mime,
    name,
    bytes: bytes.length,
    width: picture ? bytes.readUInt32BE(16) : 960,
    height: picture ? bytes.readUInt32BE(20) : 540,
    duration: picture ? null : mp4Duration(bytes),
    alt: described.alt,
  };
}

/** What signing an explainer of the demo would freeze. */
export function contentOf(explainer: (typeof explainers)[number]): Content {
  const { policies: keys, cover, images, video, corrected, ...same } = explainer;
  const inText = [...JSON.stringify(same).matchAll(/demo-media:([^)\s]+)\)/g)].map((match) => match[1] ?? '');
  const placed = (text: string): string =>
    text.replace(/demo-media:([^)\s]+)/g, (_whole, name: string) => addressOf(name));
  const { background, basis, intent, implementation } = same.aspects;
  return {
    ...same,
    ...(corrected && { correction: corrected.note }),
    body: placed(same.body),
    aspects: {
      background: placed(background),
      basis: placed(basis),
      intent: placed(intent),
      implementation: placed(implementation),
    },
    policies: policies.filter(({ key }) => keys.includes(key)).map(({ key, ...policy }) => ({ id: key, ...policy })),
    cover: cover === null ? null : mediaOf(cover),
    images: images.map(({ media, ...words }) => ({ ...words, media: mediaOf(media) })),
    video: video === null ? null : { ...video, media: mediaOf(video.media), poster: mediaOf(video.poster) },
    media: [...new Set(inText)].map(mediaOf),
  };
}
