import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import type { Content, MediaRef, Version } from '../../../publishers/contract';
import { DEMO_MEDIA, explainers, MEDIA_DIR_RELATIVE, policies } from '../../../src/seed/demo';

const MEDIA = /demo-media:([\w.-]+)/g;

/**
 * An explainer of the demo data as it would be signed.
 * @param key names it, e.g. `trade-in-text`
 * @param root the project's folder
 */
export async function demoVersion(key: string, root: string): Promise<Version> {
  const found = explainers.find((one) => one.key === key);
  if (!found) throw new Error(`the demo has no explainer ${key}`);
  const { key: _key, policies: keys, cover, images, video, interview, aspects, body, ...plain } = found;
  const file = (name: string): Promise<MediaRef> => demoFile(name, root);
  const markdown = (text: string): string => text.replace(MEDIA, '/uploads/$1');
  const names = [...`${body}${Object.values(aspects).join('')}`.matchAll(MEDIA)].map(([, name = '']) => name);
  const content: Content = {
    ...plain,
    policies: policies.filter((one) => keys.includes(one.key)).map(({ key: id, ...policy }) => ({ id, ...policy })),
    aspects: {
      background: markdown(aspects.background),
      basis: markdown(aspects.basis),
      intent: markdown(aspects.intent),
      implementation: markdown(aspects.implementation),
    },
    body: markdown(body),
    cover: cover === null ? null : await file(cover),
    images: await Promise.all(images.map(async (image) => ({ ...image, media: await file(image.media) }))),
    video: video && { ...video, media: await file(video.media), poster: await file(video.poster) },
    interview,
    media: await Promise.all([...new Set(names)].map(file)),
  };
  return { id: key, explainer: key, number: 1, signedAt: '2026-11-22T08:30:00.000Z', hash: '', content };
}

async function demoFile(name: string, root: string): Promise<MediaRef> {
  const { mime, alt } = DEMO_MEDIA[name] ?? { mime: 'image/png', alt: '' };
  const bytes = readFileSync(join(root, MEDIA_DIR_RELATIVE, name));
  const isVideo = mime === 'video/mp4';
  const { width, height } = isVideo ? { width: 1280, height: 720 } : await sharp(bytes).metadata();
  return {
    id: name,
    url: `/uploads/${name}`,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    mime,
    name,
    bytes: bytes.length,
    width,
    height,
    duration: isVideo ? 48 : null,
    alt,
  };
}
