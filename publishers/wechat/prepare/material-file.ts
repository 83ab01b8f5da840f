import type { Problem } from '../../problems';
import type { CallAnswer } from '../answer';
import type { UploadFile } from '../api';
import { LIMITS } from '../limits';
import type { MpvideoPayload, WechatPayload } from '../payload';
import { coverPicture } from './cover-picture';
import type { FittedPicture } from './fit-picture';
import { COVER_NAME } from './material-key';
import { pictureFile } from './picture-file';
import type { CoverCrops } from './progress';
import { fitted, type Step } from './step';

/** A file for the library, and the call that puts it there. */
export interface MaterialFile {
  readonly file: UploadFile;
  readonly crops: CoverCrops | null;
  readonly upload: () => Promise<CallAnswer<{ media_id: string }>>;
}

/** Makes the file of this name, or says why that cannot be. */
export async function materialFile(
  step: Step,
  name: string,
  payload: WechatPayload,
): Promise<MaterialFile | { readonly problem: Problem }> {
  if (payload.kind === 'mpvideo') return video(step, payload);
  if (payload.kind === 'news' && name === COVER_NAME) {
    const cover = await coverPicture(payload.cover, step.io);
    return 'problem' in cover ? cover : picture(step, cover.picture, cover.crops);
  }
  const made = await fitted(step, name.slice('media:'.length), LIMITS.libraryPicture, 'some');
  return 'problem' in made ? made : picture(step, made.picture, null);
}

function picture({ api }: Step, fittedPicture: FittedPicture, crops: CoverCrops | null): MaterialFile {
  const file = pictureFile(fittedPicture);
  return { file, crops, upload: () => api.addMaterial(file) };
}

async function video({ io, api }: Step, { video: ref, title, description }: MpvideoPayload): Promise<MaterialFile> {
  const file = { bytes: await io.media(ref), mime: 'video/mp4', filename: `${ref.sha256.slice(0, 12)}.mp4` };
  return { file, crops: null, upload: () => api.addVideo(file, { title, description }) };
}
