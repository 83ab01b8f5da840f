import type { Content } from '../content';
import type { MediaRef } from '../contract';

/** Every file that the page shows, each once. */
export function filesOf(content: Content): readonly MediaRef[] {
  const all = [
    content.cover,
    ...content.media,
    ...(content.form === 'image' ? content.images.map((image) => image.media) : []),
    ...(content.form === 'video' ? [content.video?.media, content.video?.poster] : []),
    ...(content.form === 'interview' ? [content.interview?.recording] : []),
  ].filter((ref) => ref !== null && ref !== undefined);
  return [...new Map(all.map((ref) => [ref.sha256, ref])).values()];
}
