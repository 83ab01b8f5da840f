/** What became of an earlier call, by the number in its error text. Source: https://developers.weixin.qq.com/doc/subscription/api/ (apimanage) */
import type { Context } from '../context';
import type { SandboxRequest } from '../http/request';
import { accepted, refuse, type WechatAnswer } from './answer';
import { seconds, textOf, type WechatCall } from './call';

const DAY_MS = 24 * 60 * 60 * 1000;
const REMEMBERED_MS = 7 * DAY_MS;
/** The oldest beyond these are forgotten before their time. */
const REMEMBERED = 500;
/** Longest piece of a request that is kept, characters. */
const KEPT = 2000;

/** Remembers a refused call under its number. Calls with credentials of their own are nobody's to read later. */
export function rememberRefusal({ store, now }: Context, request: SandboxRequest, rid: string, response: string): void {
  if (!request.query.has('access_token')) return;
  const kept = {
    rid,
    at: now().getTime(),
    path: request.path,
    request: request.parts ? '' : request.body.toString('utf8').slice(0, KEPT),
    response,
  };
  store.state.refusals = [...store.state.refusals, kept].slice(-REMEMBERED);
  store.changed();
}

/** POST openapi/rid/get */
export function getRid(call: WechatCall): WechatAnswer {
  const rid = textOf(call.body, 'rid');
  const found = call.context.store.state.refusals.find((one) => one.rid === rid);
  if (!found || call.now - found.at > REMEMBERED_MS) return refuse(76001);
  return accepted({
    request: {
      invoke_time: seconds(found.at),
      cost_in_ms: 1,
      request_url: `https://api.weixin.qq.com${found.path}`,
      request_body: found.request,
      response_body: found.response,
      client_ip: '127.0.0.1',
    },
  });
}
