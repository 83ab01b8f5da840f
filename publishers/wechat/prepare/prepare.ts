import type { Io, Json, Rendition } from '../../contract';
import { problem } from '../../problems';
import { wechatApi } from '../api';
import { wechatConnectionOf } from '../connection';
import { wechatPayload, type NewsPayload, type WechatPayload } from '../payload';
import { accessToken } from '../token';
import { addMaterials } from './add-materials';
import { makeDraft } from './make-draft';
import { makePushable } from './make-pushable';
import { COVER_NAME, VIDEO_NAME } from './material-key';
import { readProgress } from './progress';
import { advanced, failed, type Step, type StepResult } from './step';
import { uploadPictures } from './upload-pictures';

/** Files on their way at the same time: while some travel, others are made. What arrived is remembered, whatever becomes of the rest. */
const AT_ONCE = 8;

/**
 * One sub-step: a token, some pictures of the text, some files of the library, and last the draft or the video to push.
 * Nothing of it can be seen by a reader, and each may be done again.
 * @throws HttpFailure when the platform cannot be reached; the engine tries the same sub-step again
 */
export async function prepare(
  rendition: Rendition<WechatPayload>,
  done: Json | null,
  io: Io,
  delivery: string,
): Promise<StepResult> {
  const reach = wechatConnectionOf(io.connection);
  if ('missing' in reach) return { state: 'rejected', problem: problem('wechat.not-connected', reach) };
  const { data: payload } = wechatPayload.safeParse(rendition.payload);
  if (!payload) return { state: 'rejected', problem: problem('wechat.payload') };

  const { connection } = reach;
  const progress = readProgress(done);
  const step: Step = { api: wechatApi(connection, io), connection, io, media: rendition.media, progress };
  if (!progress.connected) return connect(step);
  const pictures = payload.kind === 'news' ? missing(placeholders(payload), progress.addresses) : [];
  if (pictures.length > 0) return uploadPictures(step, pictures, payload.sourceUrl);
  const files = missing(materials(payload), progress.materials);
  if (files.length > 0) return addMaterials(step, files, payload);
  if (payload.kind === 'mpvideo') return makePushable(step, payload, delivery);
  return makeDraft(step, payload, rendition.mode, delivery);
}

/** Early, so that a wrong secret or an address missing from the white list shows before anything is uploaded. */
async function connect(step: Step): Promise<StepResult> {
  const token = await accessToken(step.connection, step.io);
  return token.type === 'answer' ? advanced(step, { connected: true }) : failed(step, token);
}

const placeholders = ({ contentHtml }: NewsPayload): readonly string[] => [
  ...new Set([...contentHtml.matchAll(/ src="((?:media|drawn):[^"]*)"/g)].flatMap(([, one]) => one ?? [])),
];

function materials(payload: WechatPayload): readonly string[] {
  switch (payload.kind) {
    case 'news':
      return [COVER_NAME];
    case 'newspic':
      return [...new Set(payload.images.map(({ sha256 }) => `media:${sha256}`))];
    case 'mpvideo':
      return [VIDEO_NAME];
  }
}

/** The next ones that are still to be done. */
const missing = (names: readonly string[], done: Readonly<Record<string, string>>): readonly string[] =>
  names.filter((name) => !(name in done)).slice(0, AT_ONCE);
