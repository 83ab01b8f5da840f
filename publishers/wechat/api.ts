/**
 * The calls that we use, each with what we believe of its answer.
 * @see https://developers.weixin.qq.com/doc/subscription/api/
 */
import { z } from 'zod';
import type { HttpRequest, Io, Json } from '../contract';
import type { CallAnswer } from './answer';
import { call } from './call';
import type { WechatConnection } from './connection';

export interface UploadFile {
  readonly bytes: Uint8Array;
  readonly filename: string;
  readonly mime: string;
}

interface VideoWords {
  readonly title: string;
  readonly description: string;
}

/** What is pushed, as the platform names it. */
export type MassMessage =
  | { readonly msgtype: 'mpnews'; readonly mpnews: { readonly media_id: string } }
  | { readonly msgtype: 'mpvideo'; readonly mpvideo: { readonly media_id: string } & Partial<VideoWords> };

const UPLOAD_TIMEOUT = 60_000;
/** Most entries of a list that one call gives. */
const PAGE = 20;
/** With their texts, twenty entries could be longer than the longest answer that is read. */
const PAGE_WITH_TEXT = 5;

/** Ids come as numbers or as strings. */
const id = z.union([z.string().min(1), z.number()]).transform(String);
const done = z.object({ errcode: z.number() });
const address = z.object({ url: z.string().min(1) });
const mediaId = z.object({ media_id: z.string().min(1) });
const libraryPicture = mediaId.extend({ url: z.string().default('') });
const materials = z.object({
  item: z.array(libraryPicture.extend({ name: z.string().default('') })).default([]),
});

const newsItem = z.object({
  title: z.string().default(''),
  content: z.string().default(''),
  content_source_url: z.string().default(''),
  url: z.string().default(''),
  /** Empty where the article has no cover. */
  thumb_url: z.string().optional(),
  is_deleted: z.boolean().default(false),
});
export type NewsItem = z.infer<typeof newsItem>;
const content = z.object({ news_item: z.array(newsItem).default([]) });
const drafts = z.object({ item: z.array(z.object({ media_id: z.string(), content })).default([]) });
const articles = z.object({ item: z.array(z.object({ article_id: z.string(), content })).default([]) });

const publication = z.object({
  publish_status: z.number().int(),
  article_id: z.string().optional(),
  article_detail: z.object({ item: z.array(z.object({ article_url: z.string() })).default([]) }).optional(),
});
/** By this number comments and statistics know the article; some answers leave it out. */
const messageDataId = id.nullable().catch(null);
const submitted = z.object({ publish_id: id, msg_data_id: messageDataId });
const sent = z.object({ msg_id: id, msg_data_id: messageDataId });
const massState = z.object({ msg_status: z.string() });
const quota = z.object({ quota: z.object({ daily_limit: z.number().default(0), remain: z.number() }) });
/** Of a call that is made only to see whether it may be made. */
const anything = z.looseObject({});

/** A list's first entries; texts are asked for only where the marker stands in them. */
const firstPage = (withText: boolean): Json => ({
  offset: 0,
  count: withText ? PAGE_WITH_TEXT : PAGE,
  no_content: withText ? 0 : 1,
});

/** Every call goes through this: bound to an account once, so that callers only say what they want. */
export const wechatApi = (connection: WechatConnection, io: Io) => {
  const post = <T>(path: string, json: Json, schema: z.ZodType<T>): Promise<CallAnswer<T>> =>
    call({ path, json }, schema, connection, io);
  const upload = <T>(
    path: string,
    file: UploadFile,
    schema: z.ZodType<T>,
    query: HttpRequest['query'] = {},
    about: readonly { readonly name: string; readonly value: string }[] = [],
  ): Promise<CallAnswer<T>> => {
    const multipart = [{ name: 'media', ...file }, ...about];
    return call({ path, query, multipart, timeout: UPLOAD_TIMEOUT }, schema, connection, io);
  };
  return {
    /** A picture for use inside articles; does not count as library material. */
    uploadPicture: (file: UploadFile) => upload('media/uploadimg', file, address),
    /** A picture in the library, for covers and image posts; its address works inside articles too. */
    addMaterial: (file: UploadFile) => upload('material/add_material', file, libraryPicture, { type: 'image' }),
    /** A video in the library; it may be pushed only after `pushableVideo`. */
    addVideo: (file: UploadFile, { title, description }: VideoWords) =>
      upload('material/add_material', file, mediaId, { type: 'video' }, [
        { name: 'description', value: JSON.stringify({ title, introduction: description }) },
      ]),
    newestMaterial: (type: 'image' | 'video') =>
      post('material/batchget_material', { type, offset: 0, count: PAGE }, materials),
    /** The id under which a video of the library may be pushed; lives for three days. */
    pushableVideo: (materialId: string, { title, description }: VideoWords) =>
      post('media/uploadvideo', { media_id: materialId, title, description }, mediaId),
    addDraft: (article: Json) => post('draft/add', { articles: [article] }, mediaId),
    deleteDraft: (draft: string) => post('draft/delete', { media_id: draft }, done),
    draft: (draft: string) => post('draft/get', { media_id: draft }, content),
    newestDrafts: (withText: boolean) => post('draft/batchget', firstPage(withText), drafts),
    /** Public from here on. */
    submit: (draft: string) => post('freepublish/submit', { media_id: draft }, submitted),
    publication: (publishId: string) => post('freepublish/get', { publish_id: publishId }, publication),
    newestArticles: (withText: boolean) => post('freepublish/batchget', firstPage(withText), articles),
    article: (articleId: string) => post('freepublish/getarticle', { article_id: articleId }, content),
    deleteArticle: (articleId: string) => post('freepublish/delete', { article_id: articleId }, done),
    /** Public from here on, and on the phones of all followers or of those with a tag. */
    send: (message: MassMessage, tagId: number | null, clientMessageId: string) =>
      post(
        'message/mass/sendall',
        {
          filter: tagId === null ? { is_to_all: true } : { is_to_all: false, tag_id: tagId },
          ...message,
          send_ignore_reprint: 0,
          clientmsgid: clientMessageId,
        },
        sent,
      ),
    /** Shows it to one person, by WeChat name. A hundred times a day. */
    preview: (message: MassMessage, name: string) => post('message/mass/preview', { towxname: name, ...message }, done),
    massState: (messageId: string) => post('message/mass/get', { msg_id: messageId }, massState),
    deleteMass: (messageId: string) => post('message/mass/delete', { msg_id: Number(messageId) }, done),
    /** Questions whose refusal tells what the account may not do; they show nobody anything. */
    mayPublish: () => post('freepublish/batchget', { offset: 0, count: 1, no_content: 1 }, anything),
    mayRead: () => post('comment/list', { msg_data_id: 1, index: 0, begin: 0, count: 1, type: 0 }, anything),
    mayCount: (day: string) => post('/datacube/getarticletotaldetail', { begin_date: day, end_date: day }, anything),
    quota: (path: string) => post('openapi/quota/get', { cgi_path: `/cgi-bin/${path}` }, quota),
  };
};
export type WechatApi = ReturnType<typeof wechatApi>;
