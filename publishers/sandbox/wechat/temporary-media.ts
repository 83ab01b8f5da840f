/** Files that live for three days. Source: https://developers.weixin.qq.com/doc/subscription/api/material/temporary/api_uploadtempmedia.html */
import { randomId } from '../ids';
import type { Media } from '../state';
import { accepted, answer, refuse, type WechatAnswer } from './answer';
import { seconds, textOf, type WechatCall } from './call';
import { fileAnswer, findMedia, remember } from './media';
import { isMediaType, TEMPORARY_RULES } from './media-rules';
import { takeUpload } from './upload';

/** POST media/upload: a file that lives for three days. */
export function uploadTemporary(call: WechatCall): WechatAnswer {
  const type = call.query.get('type') ?? '';
  if (!isMediaType(type)) return refuse(40004);
  const taken = takeUpload(call, TEMPORARY_RULES[type]);
  if ('refusal' in taken) return taken.refusal;
  const media = remember(call, type, taken.upload, { permanent: false, title: '', introduction: '' });
  const idName = type === 'thumb' ? 'thumb_media_id' : 'media_id';
  return accepted({ type, [idName]: media.mediaId, created_at: seconds(call.now) });
}

/** POST media/uploadvideo: turns a video of the library into one that may be mass-sent. */
export function uploadVideo(call: WechatCall): WechatAnswer {
  const source = findMedia(call, textOf(call.body, 'media_id'));
  if (source?.type !== 'video') return refuse(40007);
  if (call.now - source.at < call.context.scenarios.transcodeMs) return refuse(46007);
  const media: Media = {
    ...source,
    mediaId: randomId(64),
    type: 'mass-video',
    permanent: false,
    title: textOf(call.body, 'title'),
    introduction: textOf(call.body, 'description'),
    at: call.now,
  };
  call.context.store.state.media.push(media);
  call.context.store.changed();
  return answer({ type: 'video', media_id: media.mediaId, created_at: seconds(call.now) });
}

/** GET media/get: the bytes of a temporary file. */
export function getTemporary(call: WechatCall): WechatAnswer {
  const media = findMedia(call, call.query.get('media_id') ?? '');
  if (!media || media.permanent) return refuse(40007);
  return media.type === 'video' ? answer({ video_url: media.url }) : fileAnswer(call, media);
}
