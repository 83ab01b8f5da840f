import { appendFile, mkdir, readFile, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import type { Io, MediaRef } from '../../contract';
import { writeFileAtomic, noLockNeeded } from '../files';
import type { MediaFile } from '../payload';
import type { Places } from '../places';
import { encodeVariant } from './encode-variant';
import { runFfmpeg } from './ffmpeg';
import { film, readFilm } from './film';
import { POSTER, SOURCE, filmSizes, filmTasks, sizeName, type FilmTask } from './film-tasks';
import { filmDirectory, forgetOldFilms } from './forget-old-films';
import type { PutFile } from './put-picture';

/** A film of which some parts are made. Which ones is seen from the files themselves. */
export const videoInWork = z.object({
  kind: z.literal('video-in-work'),
  film,
  /** Parts that are there, and all; for people. */
  made: z.number(),
  of: z.number(),
});
export type VideoInWork = z.infer<typeof videoInWork>;

/** Widest still, pixels. */
const POSTER_WIDTH = 1280;

/**
 * Takes a film one task further, a few seconds of work. Parts lie in the publisher's own directory until all are there.
 *
 * @returns how far the work is, the file of the site once it is complete, or null where the film goes out as it is:
 * ffmpeg is not installed, or cannot make anything of it
 */
export async function putVideo(
  places: Places,
  ref: MediaRef,
  io: Pick<Io, 'media' | 'now' | 'log'>,
  before: VideoInWork | null,
  put: PutFile,
): Promise<VideoInWork | MediaFile | null> {
  const directory = filmDirectory(places, ref.sha256);
  if (!(await isThere(directory, SOURCE))) {
    if ((await runFfmpeg('ffmpeg', ['-version'])).state !== 'done') return null;
    await forgetOldFilms(places, io.now());
    await writeFileAtomic(directory, SOURCE, await io.media(ref), noLockNeeded);
  }
  const read = before?.film ?? (await readFilm(ref.mime, path.join(directory, SOURCE)));
  if (!read) {
    await rm(directory, { recursive: true, force: true });
    return null;
  }
  const tasks = filmTasks(ref.mime, read);
  const next = await firstMissing(directory, tasks);
  if (next < tasks.length) {
    const task = tasks[next];
    const why = task && (await make(directory, task));
    if (why) {
      io.log('warn', 'a film goes out as it was uploaded', { name: ref.name, error: why });
      await rm(directory, { recursive: true, force: true });
      return null;
    }
    return { kind: 'video-in-work', film: read, made: next + 1, of: tasks.length };
  }
  const still = await encodeVariant(await readFile(path.join(directory, POSTER)), {
    ...{ type: 'image/jpeg', width: POSTER_WIDTH, moving: false, mayBeLossless: false },
  });
  const poster = { url: `/media/${ref.sha256}-still.jpg`, width: still.width, height: still.height };
  await put(poster.url, still.bytes);
  const sources: { url: string; height: number }[] = [];
  for (const size of filmSizes(read)) {
    const url = `/media/${ref.sha256}-${sizeName(size)}`;
    await put(url, await readFile(path.join(directory, sizeName(size))));
    sources.push({ url, height: size.side });
  }
  return { kind: 'video', sources, poster, duration: read.duration };
}

/** What a film leaves behind once it lies on the site. */
export const clearVideoWork = (places: Places, { sha256 }: Pick<MediaRef, 'sha256'>): Promise<void> =>
  rm(filmDirectory(places, sha256), { recursive: true, force: true });

async function firstMissing(directory: string, tasks: readonly FilmTask[]): Promise<number> {
  // A finished size needs its slices no more; they stay until all is done, so every task is looked at in order.
  for (const [index, { makes }] of tasks.entries()) if (!(await isThere(directory, makes))) return index;
  return tasks.length;
}

/** @returns why it could not be made; null when it lies there */
async function make(directory: string, { makes, joins, args }: FilmTask): Promise<string | null> {
  if (joins) {
    await rm(path.join(directory, joins.into), { force: true });
    for (const part of joins.parts) {
      await appendFile(path.join(directory, joins.into), await readFile(path.join(directory, part)));
    }
  }
  await mkdir(path.join(directory, 'unfinished'), { recursive: true });
  const unfinished = path.join(directory, 'unfinished', makes);
  const ran = await runFfmpeg('ffmpeg', [...args, unfinished], directory);
  if (ran.state === 'not-installed') return 'ffmpeg is gone';
  if (ran.state === 'failed') return ran.words;
  await rename(unfinished, path.join(directory, makes));
  return null;
}

const isThere = async (directory: string, name: string): Promise<boolean> =>
  (await stat(path.join(directory, name)).catch(() => null))?.isFile() ?? false;
