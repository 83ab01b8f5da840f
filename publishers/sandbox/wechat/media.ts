import { randomId } from '../ids';
import type { Media } from '../state';
import { accepted, answer, refuse, type WechatAnswer } from './answer';
import { isRecord, pageOf, seconds, textOf, type WechatCall } from './call';
import {
  CONTENT_PICTURE_RULE,
  isMediaType,
  PERMANENT_RULES,
  TEMPORARY_LIFETIME_MS,
  type MediaType,
} from './media-rules';
import { pictureUrl, takeUpload, type Upload } from './upload';

/** POST media/uploadimg: a picture for use inside article HTML. Answers JSON, but labels it as text. */
export function uploadImg(call: WechatCall): WechatAnswer {
  const taken = takeUpload(call, CONTENT_PICTURE_RULE);
  if ('refusal' in taken) return taken.refusal;
  const url = pictureUrl(taken.upload.picture, taken.upload.mime);
  return { json: { url, errcode: 0, errmsg: 'ok' }, mime: 'text/plain' };
}

/** POST material/add_material: a permanent file of the library. */
export function addMaterial(call: WechatCall): WechatAnswer {
  const type = call.query.get('type') ?? '';
  if (!isMediaType(type)) return refuse(40004);
  const rule = PERMANENT_RULES[type];
  const stored = permanent(call).filter((one) => one.type === type).length;
  if (stored >= rule.libraryCap) return refuse(45074);
  const description = type === 'video' ? videoDescription(call) : { title: '', introduction: '' };
  if (!description) return refuse(41011, 'description');
  const taken = takeUpload(call, rule);
  if ('refusal' in taken) return taken.refusal;
  const media = remember(call, type, taken.upload, { permanent: true, ...description });
  if (type === 'image') return answer({ media_id: media.mediaId, url: media.url });
  return answer(type === 'video' ? { media_id: media.mediaId, url: '' } : { media_id: media.mediaId });
}

/** POST material/get_material: the bytes of a permanent file. */
export function getMaterial(call: WechatCall): WechatAnswer {
  const media = findMedia(call, textOf(call.body, 'media_id'));
  if (!media?.permanent) return refuse(40007);
  if (media.type !== 'video') return fileAnswer(call, media);
  return answer({ title: media.title, description: media.introduction, down_url: media.url });
}

export function countMaterial(call: WechatCall): WechatAnswer {
  const count = (type: MediaType): number => permanent(call).filter((one) => one.type === type).length;
  return answer({
    voice_count: count('voice'),
    video_count: count('video'),
    image_count: count('image') + count('thumb'),
    news_count: 0,
  });
}

/** POST material/batchget_material: newest first; `name` is the file name of the upload. */
export function batchGetMaterial(call: WechatCall): WechatAnswer {
  const type = textOf(call.body, 'type');
  if (!['image', 'video', 'voice', 'news'].includes(type)) return refuse(40004);
  const page = pageOf(call.body);
  if (!page) return refuse(47003);
  const all = permanent(call)
    .filter((one) => one.type === type || (type === 'image' && one.type === 'thumb'))
    .reverse();
  const item = all.slice(page.offset, page.offset + page.count).map((one) => ({
    media_id: one.mediaId,
    name: one.name,
    update_time: seconds(one.at),
    url: one.url,
    tags: [],
  }));
  return answer({ item, total_count: all.length, item_count: item.length });
}

export function deleteMaterial(call: WechatCall): WechatAnswer {
  const { state, changed } = call.context.store;
  const media = findMedia(call, textOf(call.body, 'media_id'));
  if (!media?.permanent) return refuse(40007);
  if (state.inUse.includes(media.mediaId)) return refuse(48005);
  state.media = state.media.filter((one) => one !== media);
  changed();
  return accepted();
}

/** A file that is still there: temporary ones vanish after three days. */
export function findMedia(call: WechatCall, mediaId: string): Media | undefined {
  return call.context.store.state.media.find(
    (one) => one.mediaId === mediaId && (one.permanent || call.now - one.at < TEMPORARY_LIFETIME_MS),
  );
}

const permanent = (call: WechatCall): Media[] => call.context.store.state.media.filter((one) => one.permanent);

/** Enters an upload into the library or among the temporary files. */
export function remember(
  call: WechatCall,
  type: MediaType,
  upload: Upload,
  about: { permanent: boolean; title: string; introduction: string },
): Media {
  const url = pictureUrl(upload.picture, upload.mime);
  const media: Media = {
    mediaId: randomId(64),
    type,
    name: upload.filename,
    ...about,
    picture: upload.picture,
    url,
    at: call.now,
  };
  call.context.store.state.media.push(media);
  call.context.store.changed();
  return media;
}

export function fileAnswer(call: WechatCall, media: Media): WechatAnswer {
  const { state, file } = call.context.store;
  const stored = state.pictures[media.picture];
  const bytes = stored ? file(stored.sha256) : null;
  if (!stored || !bytes) return refuse(40007);
  return { bytes, mime: stored.mime, filename: media.name };
}

/** The second part of a video upload: `{"title","introduction"}` as JSON text. */
function videoDescription(call: WechatCall): { title: string; introduction: string } | null {
  const part = call.parts.find((one) => one.name === 'description');
  try {
    const value: unknown = JSON.parse(part?.bytes.toString('utf8') ?? '');
    if (!isRecord(value) || textOf(value, 'title') === '') return null;
    return { title: textOf(value, 'title'), introduction: textOf(value, 'introduction') };
  } catch {
    return null; // not JSON: the platform asks for the field again
  }
}
