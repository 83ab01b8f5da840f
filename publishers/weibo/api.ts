import { z } from 'zod';
import type { HttpRequest, HttpResponse, Io } from '../contract';
import { retryAfter } from '../retry-after';
import type { WeiboConnection } from './connection';

/** One answer of the platform: what was asked for, or nothing of it. */
export type WeiboAnswer<T> = { readonly type: 'answer'; readonly value: T } | WeiboNoAnswer;

/** A refusal by number, or nothing that can be read. `wait`: seconds that it asked us to wait, null where it did not. */
export type WeiboNoAnswer =
  | { readonly type: 'refusal'; readonly code: number; readonly text: string; readonly wait: number | null }
  | { readonly type: 'unreadable'; readonly status: number; readonly wait: number | null };

const refusal = z.object({
  error_code: z.union([z.number().int(), z.string().regex(/^\d+$/).transform(Number)]),
  error: z.string().default(''),
});

/** A post as the platform gives it. `idstr` only: as a number the id may exceed what a double holds exactly. */
export const weiboStatus = z.object({
  idstr: z.string().regex(/^\d+$/),
  created_at: z.string(),
  text: z.string(),
  deleted: z.union([z.string(), z.number(), z.boolean()]).optional(),
  user: z.object({ idstr: z.string() }).partial().nullish(),
  pic_urls: z.array(z.unknown()).catch([]),
  /** 0 = everybody, 1 = the author only, others = groups and followers. */
  visible: z.object({ type: z.number() }).nullish().catch(null),
});
export type WeiboStatus = z.infer<typeof weiboStatus>;

/** After a share only the id matters; the rest is a courtesy of the platform. */
export const sharedStatus = weiboStatus.pick({ idstr: true }).extend({
  created_at: z.string().optional(),
  user: weiboStatus.shape.user.catch(null),
});
export type SharedStatus = z.infer<typeof sharedStatus>;

const timeline = z.object({ statuses: z.array(z.unknown()) });

const tokenInfo = z.object({ uid: z.coerce.string(), expire_in: z.coerce.number() });
const rateLimit = z.object({ remaining_user_hits: z.number(), reset_time_in_seconds: z.number().default(3600) });

export interface JpegFile {
  readonly bytes: Uint8Array;
  readonly filename: string;
}

/** Makes a post. Public at once. @see https://open.weibo.com/wiki/2/statuses/share */
export async function share(status: string, picture: JpegFile | null, connection: WeiboConnection, io: Io) {
  const fields = { access_token: connection.accessToken, status, rip: connection.rip };
  const body: Partial<HttpRequest> = picture
    ? {
        multipart: [
          ...Object.entries(fields).map(([name, value]) => ({ name, value })),
          { name: 'pic', ...picture, mime: 'image/jpeg' },
        ],
        timeout: 60_000,
      }
    : { form: fields };
  const url = `${connection.apiBaseUrl}/2/statuses/share.json`;
  return read(sharedStatus, await io.http({ method: 'POST', url, ...body }), io);
}

/** The latest five posts of the authorised account through this app. @see https://open.weibo.com/wiki/2/statuses/user_timeline */
export async function ownPosts(connection: WeiboConnection, io: Io): Promise<WeiboAnswer<WeiboStatus[]>> {
  const answer = await get('2/statuses/user_timeline.json', { base_app: 1 }, timeline, connection, io);
  if (answer.type !== 'answer') return answer;
  // A single odd entry (a repost of something deleted) must not hide the others.
  const posts = answer.value.statuses.map((entry) => weiboStatus.safeParse(entry).data);
  return { type: 'answer', value: posts.filter((post) => post !== undefined) };
}

/** @see https://open.weibo.com/wiki/2/statuses/show */
export const showPost = (id: string, connection: WeiboConnection, io: Io) =>
  get('2/statuses/show.json', { id }, weiboStatus, connection, io);

/** Whose authorisation it is and how many seconds it lives. @see https://open.weibo.com/wiki/Oauth2/get_token_info */
export async function readTokenInfo(connection: WeiboConnection, io: Io) {
  const url = `${connection.apiBaseUrl}/oauth2/get_token_info`;
  return read(tokenInfo, await io.http({ method: 'POST', url, form: { access_token: connection.accessToken } }), io);
}

/** @see https://open.weibo.com/wiki/2/account/rate_limit_status */
export const readRateLimit = (connection: WeiboConnection, io: Io) =>
  get('2/account/rate_limit_status.json', {}, rateLimit, connection, io);

async function get<T>(
  path: string,
  query: Readonly<Record<string, string | number>>,
  schema: z.ZodType<T>,
  connection: WeiboConnection,
  io: Io,
): Promise<WeiboAnswer<T>> {
  const url = `${connection.apiBaseUrl}/${path}`;
  const answer = await io.http({ method: 'GET', url, query: { access_token: connection.accessToken, ...query } });
  return read(schema, answer, io);
}

/** The platform's refusals are known by their number, not by the HTTP status. */
function read<T>(schema: z.ZodType<T>, response: HttpResponse, io: Io): WeiboAnswer<T> {
  const wait = retryAfter(response, io.now());
  const body = parsed(response.text);
  const refused = refusal.safeParse(body);
  if (refused.success) return { type: 'refusal', code: refused.data.error_code, text: refused.data.error, wait };
  const value = schema.safeParse(body);
  if (!value.success || response.status >= 400) return { type: 'unreadable', status: response.status, wait };
  return { type: 'answer', value: value.data };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
