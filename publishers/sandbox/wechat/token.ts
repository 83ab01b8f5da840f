/**
 * Access tokens. Sources: https://developers.weixin.qq.com/doc/subscription/api/base/api_getaccesstoken.html and
 * .../base/api_getstableaccesstoken.html
 */
import { randomId } from '../ids';
import type { State } from '../state';
import { answer, refuse, type WechatAnswer } from './answer';
import { seconds, textOf, type WechatCall } from './call';

const LIFETIME_MS = 7200_000;
/** An old token works this much longer; a stable token is renewed this long before its end. */
const OVERLAP_MS = 300_000;
const FORCED_GAP_MS = 30_000;
const FORCED_PER_DAY = 20;
const DAY_MS = 24 * 60 * 60 * 1000;

type Source = 'token' | 'stable';

export function token(call: WechatCall): WechatAnswer {
  const wrong = wrongCredentials(call, (name) => call.query.get(name) ?? '');
  if (wrong) return wrong;
  for (const old of current(call, 'token')) {
    old.expiresAt = Math.min(old.expiresAt, call.now + OVERLAP_MS);
    old.replaced = true;
  }
  return answer({ access_token: issue(call, 'token'), expires_in: seconds(LIFETIME_MS) });
}

export function stableToken(call: WechatCall): WechatAnswer {
  const wrong = wrongCredentials(call, (name) => textOf(call.body, name));
  if (wrong) return wrong;
  if (call.body['force_refresh'] === true) return forcedToken(call);
  const usable = current(call, 'stable').find((one) => one.expiresAt - call.now > OVERLAP_MS);
  if (usable) return answer({ access_token: usable.value, expires_in: seconds(usable.expiresAt - call.now) });
  return answer({ access_token: issue(call, 'stable'), expires_in: seconds(LIFETIME_MS) });
}

function forcedToken(call: WechatCall): WechatAnswer {
  const { state } = call.context.store;
  state.forcedTokens = state.forcedTokens.filter((at) => at > call.now - DAY_MS);
  if (state.forcedTokens.some((at) => at > call.now - FORCED_GAP_MS)) return refuse(45011);
  if (state.forcedTokens.length >= FORCED_PER_DAY) return refuse(45009);
  state.forcedTokens.push(call.now);
  for (const old of current(call, 'stable')) {
    old.expiresAt = call.now;
    old.replaced = true;
  }
  return answer({ access_token: issue(call, 'stable'), expires_in: seconds(LIFETIME_MS) });
}

function wrongCredentials(call: WechatCall, field: (name: string) => string): WechatAnswer | null {
  const { appId, appSecret } = call.context.settings;
  if (field('appid') === '') return refuse(41002);
  if (field('secret') === '') return refuse(41004);
  if (field('grant_type') !== 'client_credential') return refuse(40002);
  if (field('appid') !== appId) return refuse(40013);
  if (field('secret') !== appSecret) return refuse(40125);
  return null;
}

const current = (call: WechatCall, source: Source): State['tokens'] =>
  call.context.store.state.tokens.filter((one) => one.source === source && !one.replaced && one.expiresAt > call.now);

function issue(call: WechatCall, source: Source): string {
  const { store } = call.context;
  const value = `${source === 'stable' ? '98' : '97'}_${randomId(133)}`;
  store.state.tokens = store.state.tokens.filter((one) => one.expiresAt > call.now - DAY_MS);
  store.state.tokens.push({
    value,
    source,
    issuedAt: call.now,
    expiresAt: call.now + LIFETIME_MS,
    replaced: false,
  });
  store.changed();
  return value;
}

/** The code that a call with this token is refused with, or null when the token is good. */
export function tokenRefusal(state: State, value: string, now: number): 40001 | 41001 | 42001 | null {
  if (value === '') return 41001;
  const known = state.tokens.find((one) => one.value === value);
  if (!known) return 40001;
  if (known.expiresAt > now) return null;
  return known.replaced ? 40001 : 42001;
}
