import { chinaDay, chinaMonth } from '../china-time';
import type { Context } from '../context';
import { accepted, refuse, type WechatAnswer } from './answer';
import { textOf, type WechatCall } from './call';
import { DAILY_LIMITS, USUAL_DAILY_LIMIT } from './daily-limits';

const RESETS_PER_MONTH = 10;

const counterKey = (now: Date, path: string): string => `${chinaDay(now)} wechat ${path}`;

const dailyLimit = ({ scenarios }: Context, path: string): number =>
  (DAILY_LIMITS[path] ?? USUAL_DAILY_LIMIT) * scenarios.quotaFactor;

/** Counts one call; false when the day's quota is used up. */
export function countCall(context: Context, path: string): boolean {
  const { state, changed } = context.store;
  const key = counterKey(context.now(), path);
  const used = state.counters[key] ?? 0;
  if (used >= dailyLimit(context, path)) return false;
  state.counters[key] = used + 1;
  changed();
  return true;
}

/** POST openapi/quota/get */
export function getQuota(call: WechatCall): WechatAnswer {
  const path = textOf(call.body, 'cgi_path');
  if (!/^\/(?:cgi-bin|datacube)\//.test(path)) return refuse(40066);
  const used = call.context.store.state.counters[counterKey(call.context.now(), path)] ?? 0;
  const limit = dailyLimit(call.context, path);
  return accepted({ quota: { daily_limit: limit, used, remain: Math.max(0, limit - used) } });
}

/** POST clear_quota: sets today's counters back, ten times a month. */
export function clearQuota(call: WechatCall): WechatAnswer {
  if (textOf(call.body, 'appid') !== call.context.settings.appId) return refuse(40013);
  return reset(call);
}

/** POST clear_quota/v2: the same with the secret instead of a token. */
export function clearQuotaBySecret(call: WechatCall): WechatAnswer {
  const { appId, appSecret } = call.context.settings;
  if (textOf(call.body, 'appid') !== appId) return refuse(40013);
  return textOf(call.body, 'appsecret') === appSecret ? reset(call) : refuse(40125);
}

function reset(call: WechatCall): WechatAnswer {
  const { state, changed } = call.context.store;
  const month = chinaMonth(call.context.now());
  const done = state.quotaResets[month] ?? 0;
  if (done >= RESETS_PER_MONTH) return refuse(48006);
  state.quotaResets = { [month]: done + 1 };
  state.counters = Object.fromEntries(Object.entries(state.counters).filter(([key]) => !key.includes(' wechat ')));
  changed();
  return accepted();
}

/** Where the platform is reached, and where its events come from. */
export const platformAddresses = (): WechatAnswer => ({ json: { ip_list: ['127.0.0.1'] } });
