import type { Context } from '../context';
import { randomId } from '../ids';
import { sniff } from '../image';
import { voiceLength } from '../voice-length';
import { refuse, type WechatAnswer } from './answer';
import type { WechatCall } from './call';
import type { MediaRule } from './media-rules';

export interface Upload {
  readonly filename: string;
  /** Key of the stored file in `state.pictures`. */
  readonly picture: string;
  readonly mime: string;
}

/** Takes the part `media` if it obeys the rule. Types are told by the bytes, not by the name. */
export function takeUpload(call: WechatCall, rule: MediaRule): { upload: Upload } | { refusal: WechatAnswer } {
  const part = call.parts.find((one) => one.name === 'media');
  // The platform needs a file name with an extension and a content type, or it sees no media at all.
  if (!part || part.bytes.length === 0 || part.mime === '' || !/\.\w+$/.test(part.filename))
    return { refusal: refuse(41005) };
  const { mime, width, height } = sniff(part.bytes);
  if (!rule.mimes.includes(mime)) return { refusal: refuse(40005, mime) };
  if (part.bytes.length > rule.maxBytes) return { refusal: refuse(rule.tooLarge, `${part.bytes.length} bytes`) };
  const seconds = rule.maxSeconds === undefined ? null : voiceLength(part.bytes, mime);
  if (seconds !== null && seconds > (rule.maxSeconds ?? 0)) return { refusal: refuse(45007, `${seconds} s`) };
  const picture = storeFile(call.context, part.bytes, { mime, width, height });
  return { upload: { filename: part.filename, picture, mime } };
}

export function storeFile(
  { store }: Context,
  bytes: Buffer,
  about: { mime: string; width: number | null; height: number | null },
): string {
  const key = randomId(64);
  store.state.pictures[key] = { sha256: store.putFile(bytes), bytes: bytes.length, ...about };
  store.changed();
  return key;
}

const KIND = new Map([
  ['image/png', 'png'],
  ['image/gif', 'gif'],
]);

/** The address that the platform hands out: plain http, on its own picture host. */
export const pictureUrl = (key: string, mime: string): string => {
  const kind = KIND.get(mime) ?? 'jpg';
  return `http://mmbiz.qpic.cn/sz_mmbiz_${kind}/${key}/0?wx_fmt=${kind === 'jpg' ? 'jpeg' : kind}`;
};
