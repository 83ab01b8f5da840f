import type { Context } from '../context';
import { jsonReply, type Reply } from '../http/reply';
import type { SandboxRequest } from '../http/request';
import { refuse, type WeiboAnswer } from './answer';
import type { WeiboCall } from './call';
import { WEIBO_ENDPOINTS } from './endpoints';
import { weiboError } from './errors';
import { countWeiboCall } from './rate';

/** Answers one call to api.weibo.com. */
export function serveWeibo(context: Context, request: SandboxRequest): Reply {
  const result = handle(context, request);
  if ('json' in result) return jsonReply(result.json);
  return failure(request, result.refused, result.text);
}

export const weiboFailure = (request: SandboxRequest, code: number): Reply =>
  failure(request, code, weiboError(code).text);

const failure = (request: SandboxRequest, code: number, text: string): Reply =>
  jsonReply({ error: text, error_code: code, request: request.path }, weiboError(code).status, String(code));

function handle(context: Context, request: SandboxRequest): WeiboAnswer {
  const candidates = WEIBO_ENDPOINTS.filter((one) => one.path === request.path);
  const endpoint = candidates.find((one) => one.method === request.method);
  if (!endpoint) return refuse(candidates.length > 0 ? 10021 : 10020);
  const params = readParams(request);
  const refusal = tokenRefusal(context, request, params);
  if (refusal) return refusal;
  if (endpoint.counted && !countWeiboCall(context)) return refuse(10023);
  return endpoint.handle(callOf(context, request, params));
}

function callOf(context: Context, request: SandboxRequest, params: ReadonlyMap<string, string>): WeiboCall {
  const files = (request.parts ?? []).filter((part) => part.filename !== '' || part.name === 'pic');
  return { context, now: context.now().getTime(), params, files, isMultipart: request.parts !== null };
}

/** Parameters come in the query, as a form or as text parts. */
function readParams(request: SandboxRequest): ReadonlyMap<string, string> {
  const isForm = request.mime === 'application/x-www-form-urlencoded';
  const form = isForm ? [...new URLSearchParams(request.body.toString('utf8'))] : [];
  const parts = (request.parts ?? [])
    .filter((part) => part.filename === '')
    .map((part): [string, string] => [part.name, part.bytes.toString('utf8')]);
  return new Map([...request.query, ...form, ...parts]);
}

function tokenRefusal(
  context: Context,
  request: SandboxRequest,
  params: ReadonlyMap<string, string>,
): WeiboAnswer | null {
  const header = /^OAuth2 (.+)$/.exec(request.headers.authorization ?? '')?.[1];
  const token = header ?? params.get('access_token') ?? '';
  if (token === '') return refuse(21301);
  if (token !== context.settings.weiboToken) return refuse(21332);
  const { weiboToken } = context.scenarios;
  if (weiboToken === 'expired') return refuse(21327);
  return weiboToken === 'revoked' ? refuse(21319) : null;
}
