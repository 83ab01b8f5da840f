import { markedAddress } from '../marker';
import type { MpvideoPayload } from '../payload';
import { forgetMaterials } from './forget-materials';
import { VIDEO_NAME } from './material-key';
import { failed, type Step, type StepResult } from './step';

const MATERIAL_GONE = 40007;
const TRANSCODING = 46007;
/** Seconds. A short film takes the platform a minute or two. */
const ASK_AGAIN = 30;

/** The last sub-step of a video: the id under which the platform lets it be pushed, once it has been transcoded. */
export async function makePushable(step: Step, payload: MpvideoPayload, delivery: string): Promise<StepResult> {
  const { title, description, sourceUrl } = payload;
  const answer = await step.api.pushableVideo(step.progress.materials[VIDEO_NAME] ?? '', { title, description });
  if (answer.type === 'answer') {
    const marker = markedAddress(sourceUrl, delivery);
    const tagId = payload.tagId ?? null;
    const mediaId = answer.value.media_id;
    return { state: 'ready', prepared: { kind: 'mpvideo', mode: 'mass', mediaId, title, description, marker, tagId } };
  }
  if (answer.type === 'refusal' && answer.code === TRANSCODING) {
    return { state: 'wait', done: step.progress, askAgainAfter: ASK_AGAIN };
  }
  const gone = answer.type === 'refusal' && answer.code === MATERIAL_GONE;
  return gone && !step.progress.renewed ? forgetMaterials(step, payload) : failed(step, answer);
}
