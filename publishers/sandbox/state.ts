/**
 * What the platforms know, as one value that survives JSON. Instants are milliseconds since 1970. Bytes of pictures
 * and videos are files beside it, named by their hash.
 */
import { z } from 'zod';
import { FOLLOWERS } from './wechat/people';

export const storedFile = z.object({
  sha256: z.string(),
  mime: z.string(),
  bytes: z.number(),
  width: z.number().nullable(),
  height: z.number().nullable(),
});
export type StoredFile = z.infer<typeof storedFile>;

const token = z.object({
  value: z.string(),
  source: z.enum(['token', 'stable']),
  issuedAt: z.number(),
  expiresAt: z.number(),
  /** Replaced by a newer one: refused as "not latest" after `expiresAt`, rather than as expired. */
  replaced: z.boolean(),
});

const media = z.object({
  mediaId: z.string(),
  type: z.enum(['image', 'voice', 'video', 'thumb', 'mass-video']),
  permanent: z.boolean(),
  name: z.string(),
  /** Key in `pictures`; the platform's picture address holds it. */
  picture: z.string(),
  url: z.string(),
  title: z.string(),
  introduction: z.string(),
  at: z.number(),
});
export type Media = z.infer<typeof media>;

export const article = z.object({
  article_type: z.enum(['news', 'newspic']),
  title: z.string(),
  author: z.string(),
  digest: z.string(),
  /** As the platform keeps it: cleaned. */
  content: z.string(),
  content_source_url: z.string(),
  thumb_media_id: z.string(),
  /** Which part of the cover stands above the article and in a row; empty = around the middle. */
  crops: z.object({ wide: z.string(), square: z.string() }).default({ wide: '', square: '' }),
  need_open_comment: z.number(),
  only_fans_can_comment: z.number(),
  /** Media ids of an image post, in order. */
  images: z.array(z.string()),
  /** Key of the product whose card stands at the end; empty = none. */
  product: z.string().default(''),
});
export type Article = z.infer<typeof article>;

const draft = z.object({
  mediaId: z.string(),
  articles: z.array(article),
  createdAt: z.number(),
  updatedAt: z.number(),
});
export type Draft = z.infer<typeof draft>;

const publishTask = z.object({
  publishId: z.string(),
  mediaId: z.string(),
  articleId: z.string(),
  articles: z.array(article),
  /** When it was accepted; 0 in files that were written before it was noted. */
  at: z.number().default(0),
  doneAt: z.number(),
  /** 0 to 6 as the platform counts them; 1 = working. */
  status: z.number(),
  /** What it comes to at `doneAt`. */
  result: z.number(),
});
export type PublishTask = z.infer<typeof publishTask>;

const publishedArticle = article.extend({
  /** Last part of its public address. */
  slug: z.string(),
  /** Key in `pictures`; null when there is no cover. */
  cover: z.string().nullable(),
  /** Keys in `pictures` of an image post. */
  pictures: z.array(z.string()),
  deleted: z.boolean(),
});
export type PublishedArticle = z.infer<typeof publishedArticle>;

const publication = z.object({
  articleId: z.string(),
  /** `by-hand`: a person pressed 发表; such articles are in no list of the interface. */
  kind: z.enum(['publish', 'mass', 'by-hand']),
  msgDataId: z.string(),
  at: z.number(),
  articles: z.array(publishedArticle),
});
export type Publication = z.infer<typeof publication>;

const massJob = z.object({
  msgId: z.number(),
  msgDataId: z.string(),
  clientMsgId: z.string(),
  msgType: z.string(),
  mediaId: z.string(),
  text: z.string(),
  pictures: z.array(z.string()),
  articles: z.array(article),
  at: z.number(),
  doneAt: z.number(),
  /** SENDING, SEND_SUCCESS, SEND_FAIL, DELETE */
  status: z.string(),
  /** What the event will say at `doneAt`. */
  result: z.string(),
  /** What it comes to once an administrator has confirmed it; empty = nobody is asked. */
  confirmed: z.string().default(''),
  /** How many followers it goes to. */
  reach: z.number().default(3),
});
export type MassJob = z.infer<typeof massJob>;

const readerComment = z.object({
  /** `user_comment_id`, counted over the account. */
  id: z.number(),
  msgDataId: z.string(),
  /** Of the article within its publication, from 0. */
  index: z.number(),
  openid: z.string(),
  content: z.string(),
  at: z.number(),
  elected: z.boolean(),
  reply: z.object({ content: z.string(), at: z.number() }).nullable(),
  /** Its reader took it back, or the account deleted it; its number is never given again. */
  removed: z.enum(['by-reader', 'by-account']).nullable(),
});
export type ReaderComment = z.infer<typeof readerComment>;

/** A call that was refused, under the number in its error text. */
const refusedCall = z.object({
  rid: z.string(),
  at: z.number(),
  path: z.string(),
  request: z.string(),
  response: z.string(),
});

const weiboStatus = z.object({
  mid: z.string(),
  /** As sent, after topics were filtered: what the duplicate filter compares. */
  original: z.string(),
  /** As shown: links replaced. */
  text: z.string(),
  /** Short link to long link. */
  links: z.record(z.string(), z.string()),
  picture: z.string().nullable(),
  at: z.number(),
  visibleAt: z.number(),
  /** False for a post that a person wrote by hand in the phone. */
  byApp: z.boolean(),
  shown: z.boolean(),
});
export type WeiboStatus = z.infer<typeof weiboStatus>;

const chatLine = z.object({
  /** `platform`: what the phone itself says. */
  from: z.enum(['citizen', 'account', 'platform']),
  text: z.string(),
  /** Of a card; null in plain words. */
  title: z.string().nullable(),
  url: z.string().nullable(),
  at: z.number(),
});
export type ChatLine = z.infer<typeof chatLine>;

const firstFollowers = (): { openid: string; tags: number[] }[] =>
  FOLLOWERS.map(({ openid, tags }) => ({ openid, tags: [...tags] }));

export const stateSchema = z.object({
  /** Last number given to a publish task or mass send. */
  sequence: z.number(),
  pictures: z.record(z.string(), storedFile),
  tokens: z.array(token),
  forcedTokens: z.array(z.number()),
  media: z.array(media),
  /** Media ids that an automatic reply or the account's menu shows. */
  inUse: z.array(z.string()).default([]),
  drafts: z.array(draft),
  tasks: z.array(publishTask),
  publications: z.array(publication),
  masses: z.array(massJob),
  /** Not in files that were written before there were comments. */
  comments: z.array(readerComment).default([]),
  /** Made by the account, beside those that every account has. */
  tags: z.array(z.object({ id: z.number(), name: z.string() })).default([]),
  followers: z.array(z.object({ openid: z.string(), tags: z.array(z.number()) })).default(firstFollowers),
  /** 0 to 4, the fastest first. */
  massSpeed: z.number().default(0),
  refusals: z.array(refusedCall).default([]),
  /** `<day in China> <endpoint>` to number of calls. */
  counters: z.record(z.string(), z.number()),
  /** Month in China to number of quota resets. */
  quotaResets: z.record(z.string(), z.number()),
  statuses: z.array(weiboStatus),
  /** Between one follower and the account, oldest first. */
  conversation: z.array(chatLine).default([]),
});
export type State = z.infer<typeof stateSchema>;

export const emptyState = (): State => ({
  sequence: 2247483650,
  pictures: {},
  tokens: [],
  forcedTokens: [],
  media: [],
  inUse: [],
  drafts: [],
  tasks: [],
  publications: [],
  masses: [],
  comments: [],
  tags: [],
  followers: firstFollowers(),
  massSpeed: 0,
  refusals: [],
  counters: {},
  quotaResets: {},
  statuses: [],
  conversation: [],
});
