import { chinaDay, chinaMonth } from '../china-time';
import type { Context } from '../context';
import { accepted, refuse, type WechatAnswer } from './answer';
import { textOf, type WechatCall } from './call';
import { DAILY_LIMITS, MINUTE_LIMITS, TEST_ACCOUNT_LIMITS, USUAL_DAILY_LIMIT } from './daily-limits';

const RESETS_PER_MONTH = 10;
const PER_MINUTE = 'wechat-minute';

const counterKey = (now: Date, path: string): string => `${chinaDay(now)} wechat ${path}`;

const minuteKey = (now: Date, path: string): string => `${now.toISOString().slice(0, 16)} ${PER_MINUTE} ${path}`;

function dailyLimit({ scenarios }: Context, path: string): number {
  const ofTestAccount = scenarios.profile === 'test' ? TEST_ACCOUNT_LIMITS[path] : undefined;
  return (ofTestAccount ?? DAILY_LIMITS[path] ?? USUAL_DAILY_LIMIT) * scenarios.quotaFactor;
}

/** Counts one call; the code that it is refused with when the day's or the minute's quota is used up, else null. */
export function countCall(context: Context, path: string): 45009 | 45011 | null {
  const { state, changed } = context.store;
  const perMinute = MINUTE_LIMITS[path];
  const [day, minute] = [counterKey(context.now(), path), minuteKey(context.now(), path)];
  const [today, now] = [state.counters[day] ?? 0, state.counters[minute] ?? 0];
  if (today >= dailyLimit(context, path)) return 45009;
  if (perMinute !== undefined) {
    if (now >= perMinute) return 45011;
    const others = Object.entries(state.counters).filter(([key]) => !key.endsWith(`${PER_MINUTE} ${path}`));
    state.counters = { ...Object.fromEntries(others), [minute]: now + 1 };
  }
  state.counters[day] = today + 1;
  changed();
  return null;
}

/** POST openapi/quota/get */
export function getQuota(call: WechatCall): WechatAnswer {
  const path = textOf(call.body, 'cgi_path');
  if (!/^\/(?:cgi-bin|datacube)\//.test(path)) return refuse(40066);
  const used = call.context.store.state.counters[counterKey(call.context.now(), path)] ?? 0;
  const limit = dailyLimit(call.context, path);
  const perMinute = MINUTE_LIMITS[path];
  return accepted({
    quota: { daily_limit: limit, used, remain: Math.max(0, limit - used) },
    ...(perMinute === undefined ? {} : { rate_limit: { call_count: perMinute, refresh_second: 60 } }),
  });
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
