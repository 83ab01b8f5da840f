import { z } from 'zod';
import type { Io, Json, MediaRef, Preparation, Rendition } from '../contract';
import { problem } from '../problems';
import { applyChanges } from './changes';
import { noLockNeeded } from './files';
import type { Change } from './changes';
import { captionFile } from './main/captions';
import { RECORDING_ENDINGS, isPicture } from './media-types';
import { mediaFile, sitePayload } from './payload';
import type { MediaFile, Prepared, SitePayload } from './payload';
import { encodePicture } from './pictures';
import type { Encoded } from './pictures';
import { placesOf } from './places';
import type { Places } from './places';
import { mediaChange, readMedia } from './state/media';

/** Files that lie on the site already, by sha256. */
const progress = z.record(z.string(), mediaFile);

/**
 * Puts one file on the site per call. Nobody can see it: its address is the hash of its bytes, and no page names it
 * before `commit`.
 */
export async function prepare(
  rendition: Rendition<SitePayload>,
  done: Json | null,
  io: Io,
): Promise<Preparation<Prepared>> {
  const payload = sitePayload.parse(rendition.payload);
  const places = placesOf(io);
  const there = progress.parse(done ?? {});
  const next = rendition.media.find((ref) => !(ref.sha256 in there));
  if (next) {
    const file = (await readMedia(places, next.sha256)) ?? (await putFile(places, next, io));
    if (file === null) {
      return { state: 'rejected', problem: problem('website.picture-unreadable', { name: next.name }) };
    }
    return { state: 'progress', done: { ...there, [next.sha256]: file } };
  }
  const captions = payload.content.form === 'video' ? captionFile(payload.content.video) : null;
  if (captions && !(captions.sha256 in there)) {
    const file: MediaFile = { kind: 'file', url: `/media/${captions.sha256}.vtt` };
    await put(places, captions.sha256, file, [[file.url, captions.text]]);
    return { state: 'progress', done: { ...there, [captions.sha256]: file } };
  }
  return { state: 'ready', prepared: { payload, media: there } };
}

/** @returns null for a picture that cannot be read */
async function putFile(places: Places, ref: MediaRef, io: Io): Promise<MediaFile | null> {
  const bytes = await io.media(ref);
  return isPicture(ref.mime) ? putPicture(places, ref, bytes, io) : putRecording(places, ref, bytes);
}

async function putRecording(places: Places, ref: MediaRef, bytes: Uint8Array): Promise<MediaFile> {
  const file: MediaFile = { kind: 'file', url: `/media/${ref.sha256}.${RECORDING_ENDINGS[ref.mime] ?? 'bin'}` };
  return put(places, ref.sha256, file, [[file.url, bytes]]);
}

async function putPicture(places: Places, ref: MediaRef, bytes: Uint8Array, io: Io): Promise<MediaFile | null> {
  let encoded: Awaited<ReturnType<typeof encodePicture>>;
  try {
    encoded = await encodePicture(bytes);
  } catch (error) {
    io.log('warn', 'a picture cannot be read', { name: ref.name, error: String(error) });
    return null;
  }
  const { large, small } = encoded;
  const describe = ({ width, height, ending }: Encoded) => ({
    url: `/media/${ref.sha256}-${width}.${ending}`,
    width,
    height,
  });
  const file: MediaFile = { kind: 'picture', large: describe(large), small: small && describe(small) };
  return put(places, ref.sha256, file, [
    [file.large.url, large.bytes],
    ...(small && file.small ? [[file.small.url, small.bytes] as const] : []),
  ]);
}

async function put(
  places: Places,
  sha256: string,
  file: MediaFile,
  data: readonly (readonly [url: string, data: string | Uint8Array])[],
): Promise<MediaFile> {
  const files = data.map(([url, bytes]): Change => ({ in: 'site', name: url.slice(1), data: bytes }));
  await applyChanges(places, [...files, mediaChange(sha256, file)], noLockNeeded);
  return file;
}
