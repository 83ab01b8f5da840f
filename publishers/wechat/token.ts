/** The access token, shared by all processes through the cache. */
import { z } from 'zod';
import type { Io } from '../contract';
import { readAnswer, type Answer } from './answer';
import { cachePrefix, type WechatConnection } from './connection';

/** Seconds. The platform renews a token five minutes before it ends; from then on ours is not to be relied on. */
const RENEWED_BEFORE_END = 300;

const granted = z.object({ access_token: z.string().min(1), expires_in: z.number() });

/** The current token: from the cache, else asked for once, however many callers need it at the same time. */
export async function accessToken(connection: WechatConnection, io: Io): Promise<Answer<string>> {
  const key = tokenKey(connection);
  const cached = await io.cache.get(key);
  if (cached !== null) return { type: 'answer', value: cached };
  return io.exclusive(key, async () => {
    const meanwhile = await io.cache.get(key);
    return meanwhile === null ? ask(connection, io, false) : { type: 'answer', value: meanwhile };
  });
}

/** Another token than the one that was refused. Forced only if need be: the platform allows that twenty times a day. */
export function tokenInsteadOf(refused: string, connection: WechatConnection, io: Io): Promise<Answer<string>> {
  const key = tokenKey(connection);
  return io.exclusive(key, async () => {
    const meanwhile = await io.cache.get(key);
    if (meanwhile !== null && meanwhile !== refused) return { type: 'answer', value: meanwhile };
    // Refused before its time, and not by us: another program with the same AppID asked for one by force.
    if (meanwhile === refused) io.log('warn', 'the access token was replaced by somebody else who uses the same AppID');
    await io.cache.delete(key);
    const current = await ask(connection, io, false);
    if (current.type !== 'answer' || current.value !== refused) return current;
    await io.cache.delete(key);
    return ask(connection, io, true);
  });
}

/** A token for the credentials as they are now: the one in the cache may have been given for others. */
export function freshToken(connection: WechatConnection, io: Io): Promise<Answer<string>> {
  const key = tokenKey(connection);
  return io.exclusive(key, async () => {
    await io.cache.delete(key);
    return ask(connection, io, false);
  });
}

const tokenKey = (connection: WechatConnection): string => `${cachePrefix(connection)}:token`;

/** @see https://developers.weixin.qq.com/doc/subscription/api/base/api_getstableaccesstoken.html */
async function ask(connection: WechatConnection, io: Io, force: boolean): Promise<Answer<string>> {
  const { apiBaseUrl, appId, appSecret } = connection;
  const response = await io.http({
    method: 'POST',
    url: `${apiBaseUrl}/cgi-bin/stable_token`,
    json: { grant_type: 'client_credential', appid: appId, secret: appSecret, force_refresh: force },
  });
  const answer = readAnswer(granted, response, io.now());
  if (answer.type !== 'answer') return answer;
  const { access_token: token, expires_in: seconds } = answer.value;
  await io.cache.set(tokenKey(connection), token, seconds - RENEWED_BEFORE_END);
  return { type: 'answer', value: token };
}
