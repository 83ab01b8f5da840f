import { createHash } from 'node:crypto';
import { cachePrefix } from '../connection';
import { LIMITS } from '../limits';
import type { WechatPayload } from '../payload';
import { coverPicture } from './cover-picture';
import { pictureFile } from './picture-file';
import { advanced, failed, fitted, type Step, type StepResult } from './step';

/** Seconds. Staff may tidy the library, so its ids are not trusted for ever. */
const REMEMBERED = 30 * 24 * 60 * 60;

/** Names the cover among the library files of an article. */
export const COVER_NAME = 'cover';

/** Puts one picture into the library, or finds it there. */
export async function addMaterial(step: Step, name: string, payload: WechatPayload): Promise<StepResult> {
  const { connection, io, progress } = step;
  const key = `${cachePrefix(connection)}:material:${identity(name, payload)}`;
  // After ids of the cache were found to be gone, none of them is believed.
  const cached = progress.renewed ? null : await io.cache.get(key);
  const id = cached ?? (await store(step, name, payload));
  if (typeof id !== 'string') return id;
  if (cached === null) await io.cache.set(key, id, REMEMBERED);
  return advanced(step, { materials: { ...progress.materials, [name]: id } });
}

/** Stays the same for the same picture: a cover is what it is cut from or drawn of. */
const identity = (name: string, payload: WechatPayload): string =>
  name === COVER_NAME && payload.kind === 'news'
    ? `cover:${createHash('sha256').update(JSON.stringify(payload.cover)).digest('hex')}`
    : name;

async function store(step: Step, name: string, payload: WechatPayload): Promise<string | StepResult> {
  const made =
    name === COVER_NAME && payload.kind === 'news'
      ? await coverPicture(payload.cover, step.io)
      : await fitted(step, name.slice('media:'.length), LIMITS.libraryPicture);
  if ('problem' in made) return { state: 'rejected', problem: made.problem };
  const file = pictureFile(made.picture);

  const newest = await step.api.newestMaterial();
  if (newest.type !== 'answer') return failed(step, newest);
  const found = newest.value.item.find((item) => item.name === file.filename);
  if (found) return found.media_id;

  const added = await step.api.addMaterial(file);
  return added.type === 'answer' ? added.value.media_id : failed(step, added);
}
