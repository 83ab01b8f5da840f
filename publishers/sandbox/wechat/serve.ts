import type { Context } from '../context';
import { jsonReply, type Reply } from '../http/reply';
import type { SandboxRequest } from '../http/request';
import { newRid } from '../ids';
import { standingRefusal } from './account-state';
import { refusalJson, refuse, type WechatAnswer, type WechatRefusal } from './answer';
import { isRecord } from './call';
import { WECHAT_ENDPOINTS, type WechatEndpoint } from './endpoints';
import { countCall } from './quota';
import { rememberRefusal } from './rid';
import { tokenRefusal } from './token';
import { isListed } from './whitelist';

/** Answers one call to api.weixin.qq.com. The order of the checks decides which of several errors a client sees. */
export function serveWechat(context: Context, request: SandboxRequest): Reply {
  const result = handle(context, request);
  if (!('refused' in result)) return toReply(result);
  const rid = newRid(context.now());
  const reply = jsonReply(refusalJson(result.refused, result.hint, result.extra, rid), 200, String(result.refused));
  rememberRefusal(context, request, rid, reply.body.toString());
  return reply;
}

export const wechatFailure = (context: Context, code: number): Reply =>
  jsonReply(refusalJson(code, null, {}, newRid(context.now())), 200, String(code));

function handle(context: Context, request: SandboxRequest): WechatAnswer {
  const candidates = WECHAT_ENDPOINTS.filter((one) => one.path === request.path);
  const endpoint = candidates.find((one) => one.method === request.method);
  if (!endpoint) return candidates[0] ? refuse(candidates[0].method === 'GET' ? 43001 : 43002) : refuse(40066);
  const refusal = authRefusal(context, request, endpoint);
  if (refusal) return refusal;
  const type = endpoint.body === 'upload' ? request.query.get('type') : null;
  const unwell = standingRefusal(context.scenarios.standing, endpoint.path, type);
  if (unwell !== null) return refuse(unwell);
  if (!endpoint.allowed.includes(context.scenarios.profile)) return refuse(48001);
  const overQuota = countCall(context, endpoint.path);
  if (overQuota !== null) return refuse(overQuota);
  const body = readBody(request, endpoint);
  if ('refused' in body) return refuse(body.refused);
  const now = context.now().getTime();
  return endpoint.handle({ context, now, query: request.query, body: body.json, parts: request.parts ?? [] });
}

function authRefusal(context: Context, request: SandboxRequest, endpoint: WechatEndpoint): WechatAnswer | null {
  if (endpoint.auth === 'secret') {
    const ip = refusedIp(context, request);
    if (ip === null) return null;
    // The address in the text is what an operator has to add to the list of allowed ones.
    const errmsg = `invalid ip ${ip} ipv6 ::ffff:${ip}, not in whitelist rid: ${newRid(context.now())}`;
    return refuse(40164, null, { errmsg });
  }
  const code = tokenRefusal(context.store.state, request.query.get('access_token') ?? '', context.now().getTime());
  return code === null ? null : refuse(code);
}

/** Only calls that bring their own credentials are held to the list of addresses. */
function refusedIp({ scenarios }: Context, request: SandboxRequest): string | null {
  const { refusedIp: always, whitelist } = scenarios;
  if (always !== null || whitelist === null) return always;
  const ip = scenarios.callerIp ?? request.ip;
  return isListed(ip, whitelist) ? null : ip;
}

type Body = { readonly json: Readonly<Record<string, unknown>> } | { readonly refused: 40033 | 41005 | 44002 | 47001 };

/** An escape such as `\u4f60`, not preceded by an escaped backslash; control characters have to be written so. */
const UNICODE_ESCAPE = /(?<!\\)(?:\\\\)*\\u(?!00[01][0-9a-f])[0-9a-f]{4}/i;

function readBody(request: SandboxRequest, endpoint: WechatEndpoint): Body {
  if (endpoint.body === 'none') return { json: {} };
  if (endpoint.body === 'upload') return request.parts ? { json: {} } : { refused: 41005 };
  const text = request.body.toString('utf8');
  if (text.trim() === '') return { refused: 44002 };
  if (UNICODE_ESCAPE.test(text)) return { refused: 40033 };
  try {
    const json: unknown = JSON.parse(text);
    return isRecord(json) ? { json } : { refused: 47001 };
  } catch {
    return { refused: 47001 };
  }
}

function toReply(result: Exclude<WechatAnswer, WechatRefusal>): Reply {
  if ('json' in result) {
    const reply = jsonReply(result.json);
    return result.mime === undefined ? reply : { ...reply, mime: result.mime };
  }
  const disposition = `attachment; filename="${result.filename.replace(/[^\w.-]/g, '_')}"`;
  return {
    status: 200,
    mime: result.mime,
    body: result.bytes,
    headers: { 'content-disposition': disposition },
    outcome: 'ok',
  };
}
