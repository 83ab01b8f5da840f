/**
 * What an article of a draft must fulfil.
 * Source: https://developers.weixin.qq.com/doc/subscription/api/draftbox/draftmanage/api_draft_add.html
 */
import type { Article } from '../state';
import { refuse, type WechatAnswer } from './answer';
import { isRecord, textOf, type WechatCall } from './call';
import { wrongCrop, type CoverSize } from './crop-rules';
import { findMedia } from './media';
import { productKey, productRefusal } from './product-rules';
import { digestOf, sanitise } from './sanitise';

const LIMITS = {
  title: 32,
  author: 16,
  digest: 128,
  contentCharacters: 20_000,
  contentBytes: 1024 * 1024,
  strictContentBytes: 2048,
  sourceUrlBytes: 1024,
  pictures: 20,
  /** Of the text of an image post; the API page names none, the editor stops here. */
  pictureText: 1000,
} as const;

const MINI_PROGRAM = /<mp-miniprogram\b[^>]*>/gi;
const CARD_PICTURE = /^https?:\/\/mmbiz\.qpic\.cn\/.*[?&](?:amp;)?wx_fmt=/i;
const HOME_PAGE_LINK = /https?:\/\/mp\.weixin\.qq\.com\/mp\/(?:profile_ext|homepage)/i;

/** The article as it will be stored, or why it is refused. */
export function readArticle(
  call: WechatCall,
  value: unknown,
  index: number,
): { article: Article } | { refusal: WechatAnswer } {
  if (!isRecord(value)) return { refusal: refuse(44003, `articles.${index}`) };
  const type = value['article_type'] ?? 'news';
  if (type !== 'news' && type !== 'newspic') return { refusal: refuse(47003, 'article_type') };
  const refusal =
    commonRefusal(call, value) ?? (type === 'news' ? newsRefusal(call, value) : picturesRefusal(call, value));
  return refusal ? { refusal } : { article: toArticle(value, type) };
}

type Fields = Readonly<Record<string, unknown>>;

function commonRefusal(call: WechatCall, fields: Fields): WechatAnswer | null {
  const wrongType = ['title', 'author', 'digest', 'content', 'content_source_url', 'thumb_media_id'].find(
    (name) => fields[name] !== undefined && typeof fields[name] !== 'string',
  );
  if (wrongType !== undefined) return refuse(47003, wrongType);
  if (textOf(fields, 'title').trim() === '') return refuse(41011, 'title');
  if (length(fields, 'title') > LIMITS.title) return refuse(45003);
  if (length(fields, 'author') > LIMITS.author) return refuse(45110);
  if (length(fields, 'digest') > LIMITS.digest) return refuse(45004);
  const comments = [fields['need_open_comment'] ?? 0, fields['only_fans_can_comment'] ?? 0];
  if (comments.some((flag) => flag !== 0 && flag !== 1)) return refuse(47003, 'need_open_comment');
  if (comments.includes(1) && !call.context.scenarios.comments) return refuse(88000);
  return null;
}

function newsRefusal(call: WechatCall, fields: Fields): WechatAnswer | null {
  const content = textOf(fields, 'content');
  const bytes = Buffer.byteLength(content);
  if (content.trim() === '') return refuse(44004);
  if (Array.from(content).length >= LIMITS.contentCharacters || bytes >= LIMITS.contentBytes) return refuse(45002);
  if (call.context.scenarios.strictContent && bytes > LIMITS.strictContentBytes) return refuse(45002);
  if (HOME_PAGE_LINK.test(content)) return refuse(40155);
  const card = miniProgramRefusal(content);
  if (card) return card;
  const source = textOf(fields, 'content_source_url');
  if (Buffer.byteLength(source) > LIMITS.sourceUrlBytes) return refuse(45005);
  if (source !== '' && !(URL.canParse(source) && /^https?:/i.test(source))) return refuse(41039);
  const thumb = textOf(fields, 'thumb_media_id');
  if (!isPermanentPicture(call, thumb)) return refuse(40007, thumb.slice(0, 12));
  return extrasRefusal(call, fields, thumb);
}

/** Cards of mini-programmes need an AppID, and a picture by the address with which the platform gave it out. */
function miniProgramRefusal(content: string): WechatAnswer | null {
  for (const [card] of content.matchAll(MINI_PROGRAM)) {
    if (!/data-miniprogram-appid="wx[0-9a-z]+"/i.test(card)) return refuse(45086);
    const picture = /data-miniprogram-imageurl="([^"]*)"/i.exec(card)?.[1] ?? '';
    if (!CARD_PICTURE.test(picture)) return refuse(45166, 'mp-miniprogram');
  }
  return null;
}

/** The crops of the cover must be of its size, and products those of the account's shop. */
function extrasRefusal(call: WechatCall, fields: Fields, coverId: string): WechatAnswer | null {
  const wrong = wrongCrop(fields, sizeOf(call, coverId));
  if (wrong !== null) return refuse(47003, wrong);
  const product = productRefusal(fields, call.context.scenarios);
  return product === null ? null : refuse(product);
}

function sizeOf(call: WechatCall, mediaId: string): CoverSize {
  const { width = null, height = null } =
    call.context.store.state.pictures[findMedia(call, mediaId)?.picture ?? ''] ?? {};
  return width === null || height === null ? null : { width, height };
}

function picturesRefusal(call: WechatCall, fields: Fields): WechatAnswer | null {
  if (Array.from(textOf(fields, 'content')).length > LIMITS.pictureText) return refuse(45166);
  const ids = pictureIds(fields);
  if (ids.length === 0) return refuse(41026);
  if (ids.length > LIMITS.pictures) return refuse(45020);
  const unknown = ids.find((id) => !isPermanentPicture(call, id));
  return unknown === undefined ? extrasRefusal(call, fields, ids[0] ?? '') : refuse(40007, unknown.slice(0, 12));
}

function toArticle(fields: Fields, type: Article['article_type']): Article {
  const isNews = type === 'news';
  const content = isNews ? sanitise(textOf(fields, 'content')) : textOf(fields, 'content').replace(/<[^>]*>/g, '');
  const images = isNews ? [] : pictureIds(fields);
  return {
    article_type: type,
    title: textOf(fields, 'title'),
    author: textOf(fields, 'author'),
    digest: textOf(fields, 'digest') || digestOf(content),
    content,
    content_source_url: isNews ? textOf(fields, 'content_source_url') : '',
    thumb_media_id: isNews ? textOf(fields, 'thumb_media_id') : (images[0] ?? ''),
    crops: { wide: textOf(fields, 'pic_crop_235_1'), square: textOf(fields, 'pic_crop_1_1') },
    need_open_comment: fields['need_open_comment'] === 1 ? 1 : 0,
    only_fans_can_comment: fields['only_fans_can_comment'] === 1 ? 1 : 0,
    images,
    product: productKey(fields) ?? '',
  };
}

/** The page counts in 字 without saying how; code points are the reading that never lets a longer text pass. */
const length = (fields: Fields, name: string): number => Array.from(textOf(fields, name)).length;

function pictureIds(fields: Fields): string[] {
  const list = isRecord(fields['image_info']) ? fields['image_info']['image_list'] : undefined;
  if (!Array.isArray(list)) return [];
  return list.map((one: unknown) => (isRecord(one) ? textOf(one, 'image_media_id') : ''));
}

function isPermanentPicture(call: WechatCall, mediaId: string): boolean {
  const media = findMedia(call, mediaId);
  return media?.permanent === true && (media.type === 'image' || media.type === 'thumb');
}
