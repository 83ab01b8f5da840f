import type { MassJob } from '../state';
import { refuse, type WechatAnswer } from './answer';
import { isRecord, textOf, type WechatCall } from './call';
import { findDraft } from './draft';
import { DRAFT_CHECKS } from './draft-check';
import { findMedia } from './media';

/** The content of a mass send, whatever its type. */
export type MassMessage = Pick<MassJob, 'msgType' | 'mediaId' | 'text' | 'pictures' | 'articles'>;
type Read = { readonly message: MassMessage } | { readonly refusal: WechatAnswer };

const EMPTY = { mediaId: '', text: '', pictures: [], articles: [] };

/** How each message type is read from the body. */
const READERS: Readonly<Record<string, (call: WechatCall, part: Readonly<Record<string, unknown>>) => Read>> = {
  mpnews: (call, part) => {
    const draft = findDraft(call, textOf(part, 'media_id'));
    if (!draft) return { refusal: refuse(40007) };
    const check = DRAFT_CHECKS[call.context.scenarios.draftCheck].push;
    if (check !== null) return { refusal: refuse(check) };
    const articles = structuredClone(draft.articles);
    return { message: { ...EMPTY, msgType: 'mpnews', mediaId: draft.mediaId, articles } };
  },
  text: (_call, part) => {
    const text = textOf(part, 'content');
    return text === '' ? { refusal: refuse(44004) } : { message: { ...EMPTY, msgType: 'text', text } };
  },
  images: (call, part) => {
    const ids: unknown[] = Array.isArray(part['media_ids']) ? part['media_ids'] : [];
    const media = ids.map((id) => (typeof id === 'string' ? findMedia(call, id) : undefined));
    const pictures = media.map((one) => one?.picture).filter((key) => key !== undefined);
    if (pictures.length === 0 || pictures.length !== ids.length) return { refusal: refuse(40007) };
    return { message: { ...EMPTY, msgType: 'image', text: textOf(part, 'recommend'), pictures } };
  },
  image: (call, part) => {
    const media = findMedia(call, textOf(part, 'media_id'));
    if (media?.type !== 'image') return { refusal: refuse(40007) };
    return { message: { ...EMPTY, msgType: 'image', mediaId: media.mediaId, pictures: [media.picture] } };
  },
  voice: (call, part) => mediaMessage(call, part, 'voice', 40007),
  mpvideo: (call, part) => mediaMessage(call, part, 'mass-video', 45161),
};

/** What is sent to many. */
export const readMessage = (call: WechatCall): Read => read(call, 'images');
/** What is shown to one person: pictures go one by one. */
export const readPreview = (call: WechatCall): Read => read(call, 'image');

function read(call: WechatCall, pictures: 'images' | 'image'): Read {
  const type = textOf(call.body, 'msgtype');
  const member = type === 'image' ? pictures : type;
  const reader = READERS[member];
  if (!reader) return { refusal: refuse(45052) };
  const part = call.body[member];
  return isRecord(part) ? reader(call, part) : { refusal: refuse(44003) };
}

function mediaMessage(
  call: WechatCall,
  part: Readonly<Record<string, unknown>>,
  type: 'voice' | 'mass-video',
  otherwise: 40007 | 45161,
): Read {
  const media = findMedia(call, textOf(part, 'media_id'));
  if (media?.type !== type) return { refusal: refuse(otherwise) };
  if (type === 'mass-video' && !call.context.scenarios.videosReviewed) return { refusal: refuse(48014) };
  const { mediaId, title, introduction, picture } = media;
  if (type === 'voice') return { message: { ...EMPTY, msgType: 'voice', mediaId, text: title } };
  const text = [title, introduction].filter((line) => line !== '').join('\n');
  return { message: { ...EMPTY, msgType: 'mpvideo', mediaId, text, pictures: [picture] } };
}
