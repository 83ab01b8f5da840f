import type { Io, Json, Preparation, Rendition } from '../contract';
import { problem } from '../problems';
import { broadcastConnectionOf } from './connection';
import { codeOf } from './error-code';
import { placePicture } from './picture';
import { progress, type PreparedScript, type Progress } from './prepared';
import type { Script } from './script';

/** Seconds until a full disk is tried again. */
const TRY_AGAIN_AFTER = 60;

/** Puts one picture on the site per call. Nothing links to it yet. */
export async function prepare(
  rendition: Rendition<Script>,
  done: Json | null,
  io: Io,
): Promise<Preparation<PreparedScript>> {
  const reach = broadcastConnectionOf(io.connection);
  if ('missing' in reach) return { state: 'rejected', problem: problem('broadcast.not-connected', reach) };
  const { pictures } = progress.safeParse(done).data ?? { pictures: {} };
  const next = rendition.media.find(({ id }) => !(id in pictures));
  if (!next) return { state: 'ready', prepared: withPictures(rendition.payload, pictures) };

  const original = await io.media(next).catch(() => null);
  if (!original) return { state: 'rejected', problem: problem('media.gone', { name: next.name }) };
  try {
    const picture = await placePicture(
      { ...reach.connection, exclusive: (key, work) => io.exclusive(key, work) },
      next,
      original,
    );
    return { state: 'progress', done: { pictures: { ...pictures, [next.id]: picture } } };
  } catch (failure) {
    // Errors of the file system carry a code; those of reading a picture do not.
    if (codeOf(failure) !== null) {
      return { state: 'later', problem: problem('broadcast.not-writable'), askAgainAfter: TRY_AGAIN_AFTER };
    }
    return { state: 'rejected', problem: problem('broadcast.picture-unreadable', { name: next.name }) };
  }
}

function withPictures(payload: Script, pictures: Progress['pictures']): PreparedScript {
  const { title, hashtag, host, explainer, siteUrl, site, secondsBetween } = payload;
  const updates = payload.updates.map(({ images, ...update }) => ({
    ...update,
    images: images.map(({ id }) => pictures[id]).filter((picture) => picture !== undefined),
  }));
  return { title, hashtag, host, explainer, siteUrl, site, secondsBetween, updates };
}
