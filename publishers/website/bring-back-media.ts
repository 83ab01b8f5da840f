import type { Io, Json } from '../contract';
import { filesOf } from './files-of';
import type { SitePayload } from './payload';
import { prepare } from './prepare';
import type { SitePreparation } from './prepare';

/**
 * Makes what was taken off the site after a publication had been prepared: for that one time, all of the preparation at
 * once. What lies there is left alone.
 */
export async function bringBackMedia(
  payload: SitePayload,
  io: Io,
): Promise<Exclude<SitePreparation, { readonly state: 'progress' }>> {
  const rendition = { payload, media: filesOf(payload.content) };
  let done: Json | null = null;
  for (;;) {
    const step: SitePreparation = await prepare(rendition, done, io);
    if (step.state !== 'progress') return step;
    done = step.done;
  }
}
