import type { Io, Json, Rendition } from '../../contract';
import { problem } from '../../problems';
import { wechatApi } from '../api';
import { wechatConnectionOf } from '../connection';
import { wechatPayload, type NewsPayload, type WechatPayload } from '../payload';
import { accessToken } from '../token';
import { addMaterial, COVER_NAME } from './add-material';
import { makeDraft } from './make-draft';
import { readProgress } from './progress';
import { advanced, failed, type Step, type StepResult } from './step';
import { uploadPicture } from './upload-picture';

/**
 * One sub-step: a token, one picture of the text, one picture of the library, and last the draft. Nothing of it can be
 * seen by a reader, and each may be done again.
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
  const picture =
    payload.kind === 'news' ? placeholders(payload).find((one) => !(one in progress.addresses)) : undefined;
  if (picture !== undefined) return uploadPicture(step, picture, payload.sourceUrl);
  const material = materials(payload).find((one) => !(one in progress.materials));
  if (material !== undefined) return addMaterial(step, material, payload);
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

const materials = (payload: WechatPayload): readonly string[] =>
  payload.kind === 'news' ? [COVER_NAME] : [...new Set(payload.images.map(({ sha256 }) => `media:${sha256}`))];
