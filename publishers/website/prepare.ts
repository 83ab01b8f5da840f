import { z } from 'zod';
import type { Io, Json, MediaRef, Preparation, Rendition } from '../contract';
import { problem } from '../problems';
import { applyChanges } from './changes';
import { noLockNeeded } from './files';
import type { Change } from './changes';
import { captionFile } from './main/captions';
import { pictureInWork, putPicture } from './media/put-picture';
import { clearVideoWork, putVideo, videoInWork } from './media/put-video';
import { RECORDING_ENDINGS, isPicture } from './media-types';
import { mediaFile, sitePayload } from './payload';
import type { MediaFile, Prepared, SitePayload } from './payload';
import { placesOf } from './places';
import type { Places } from './places';
import { mediaChange, standingMedia } from './state/media';

/** Files that lie on the site already, and those of which a part does, by sha256. */
const step = z.discriminatedUnion('kind', [...mediaFile.options, pictureInWork, videoInWork]);
type Step = z.infer<typeof step>;
const progress = z.record(z.string(), step);

/** We wait for nobody and refuse nothing for now. */
export type SitePreparation = Extract<Preparation<Prepared>, { readonly state: 'progress' | 'ready' | 'rejected' }>;

/**
 * Puts one file on the site per call: a variant of a picture, a few seconds of a film. Nobody can see it: its address is
 * the hash of what was signed, and no page names it before `commit`.
 */
export async function prepare(
  rendition: Pick<Rendition<SitePayload>, 'payload' | 'media'>,
  done: Json | null,
  io: Io,
): Promise<SitePreparation> {
  const payload = sitePayload.parse(rendition.payload);
  const places = placesOf(io);
  const so = progress.parse(done ?? {});
  const next = rendition.media.find((ref) => !isDone(so[ref.sha256]));
  if (next) {
    const file = (await standingMedia(places, next.sha256)) ?? (await goOn(places, next, so[next.sha256] ?? null, io));
    if (file === null) {
      return { state: 'rejected', problem: problem('website.picture-unreadable', { name: next.name }) };
    }
    return { state: 'progress', done: { ...so, [next.sha256]: file } };
  }
  const captions = payload.content.form === 'video' ? captionFile(payload.content.video) : null;
  if (captions && !isDone(so[captions.sha256])) {
    const file: MediaFile = { kind: 'file', url: `/media/${captions.sha256}.vtt` };
    await putFile(places)(file.url, captions.text);
    await remember(places, captions.sha256, file);
    return { state: 'progress', done: { ...so, [captions.sha256]: file } };
  }
  return { state: 'ready', prepared: { payload, media: z.record(z.string(), mediaFile).parse(so) } };
}

const isDone = (one: Step | undefined): one is MediaFile => mediaFile.safeParse(one).success;

/** @returns null for a picture that cannot be read */
async function goOn(places: Places, ref: MediaRef, before: Step | null, io: Io): Promise<Step | null> {
  const next = isPicture(ref.mime)
    ? await pictureStep(places, ref, before, io)
    : await recordingStep(places, ref, before, io);
  if (isDone(next ?? undefined)) await remember(places, ref.sha256, mediaFile.parse(next));
  return next;
}

async function pictureStep(places: Places, ref: MediaRef, before: Step | null, io: Io): Promise<Step | null> {
  const bytes = await io.media(ref);
  let unwritten: unknown = null;
  const put = (url: string, data: Uint8Array) =>
    putFile(places)(url, data).catch((error: unknown) => {
      unwritten = error;
      throw error;
    });
  try {
    return await putPicture(ref, bytes, before?.kind === 'picture-in-work' ? before : null, put);
  } catch (error) {
    // A full disk says nothing about the picture.
    if (unwritten !== null) throw error;
    io.log('warn', 'a picture cannot be read', { name: ref.name, error: String(error) });
    return null;
  }
}

/** A film in sizes that every browser plays; anything else, and films where ffmpeg is not there, as it was signed. */
async function recordingStep(places: Places, ref: MediaRef, before: Step | null, io: Io): Promise<Step> {
  const put = putFile(places);
  if (ref.mime.startsWith('video/')) {
    // Two explainers may show the same film: one works on it, the other finds what is there.
    const next = await io.exclusive(`film:${ref.sha256}`, async () => {
      const there = await standingMedia(places, ref.sha256);
      if (there) return there;
      const made = await putVideo(places, ref, io, before?.kind === 'video-in-work' ? before : null, put);
      if (made?.kind !== 'video') return made;
      await remember(places, ref.sha256, made);
      await clearVideoWork(places, ref);
      return made;
    });
    if (next) return next;
  }
  const file: MediaFile = { kind: 'file', url: `/media/${ref.sha256}.${RECORDING_ENDINGS[ref.mime] ?? 'bin'}` };
  await put(file.url, await io.media(ref));
  return file;
}

const putFile =
  (places: Places) =>
  async (url: string, data: string | Uint8Array): Promise<void> => {
    const change: Change = { in: 'site', name: url.slice(1), data };
    await applyChanges(places, [change], noLockNeeded);
  };

/** After the file itself, so that what is remembered is there. */
const remember = (places: Places, sha256: string, file: MediaFile): Promise<void> =>
  applyChanges(places, [mediaChange(sha256, file)], noLockNeeded);
