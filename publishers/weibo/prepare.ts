import type { Io, Preparation, Rendition } from '../contract';
import { jpegOf } from './picture';
import type { WeiboPost, WeiboPrepared } from './post';

/** Proves that the picture can be sent. Nothing is uploaded: the platform takes picture and text in one call. */
export async function prepare(rendition: Rendition<WeiboPost>, io: Io): Promise<Preparation<WeiboPrepared>> {
  const { status, picture } = rendition.payload;
  const converted = picture ? await jpegOf(picture, io) : null;
  if (converted && 'problem' in converted) return { state: 'rejected', problem: converted.problem };
  return { state: 'ready', prepared: { status, picture } };
}
