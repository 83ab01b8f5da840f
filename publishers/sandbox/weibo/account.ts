/** Token and account. Sources: https://open.weibo.com/wiki/Oauth2/get_token_info, .../2/account/rate_limit_status */
import { answer, refuse, type WeiboAnswer } from './answer';
import type { WeiboCall } from './call';
import { callsToday } from './rate';
import { SCREEN_NAME } from './status-object';

/** An app that belongs to the account itself is authorised for five years. */
const TOKEN_SECONDS = 157_679_999;
const HOUR_SECONDS = 3600;

export function tokenInfo(call: WeiboCall): WeiboAnswer {
  const uid = Number(call.context.settings.weiboUid);
  const created = Math.floor(call.now / 1000) - 9;
  return answer({ uid, appkey: '1234567890', scope: 'all', create_at: created, expire_in: TOKEN_SECONDS - 9 });
}

export const getUid = (call: WeiboCall): WeiboAnswer => answer({ uid: Number(call.context.settings.weiboUid) });

export function showUser(call: WeiboCall): WeiboAnswer {
  const { weiboUid } = call.context.settings;
  return answer({ id: Number(weiboUid), idstr: weiboUid, screen_name: SCREEN_NAME, verified: true, verified_type: 1 });
}

export function rateLimitStatus(call: WeiboCall): WeiboAnswer {
  const { weiboPerDay, weiboPerHour } = call.context.scenarios;
  const { statuses } = call.context.store.state;
  const posted = statuses.filter((one) => one.byApp && one.at > call.now - HOUR_SECONDS * 1000).length;
  const untilReset = HOUR_SECONDS - (Math.floor(call.now / 1000) % HOUR_SECONDS);
  const reset = new Date(call.now + (untilReset + 8 * HOUR_SECONDS) * 1000);
  const left = Math.max(0, weiboPerDay - callsToday(call.context));
  return answer({
    ip_limit: 10000,
    limit_time_unit: 'HOURS',
    remaining_ip_hits: 9990,
    remaining_user_hits: left,
    reset_time: reset.toISOString().slice(0, 19).replace('T', ' '),
    reset_time_in_seconds: untilReset,
    user_limit: weiboPerDay,
    api_rate_limits: [
      {
        api: '/statuses/share',
        limit: weiboPerHour,
        limit_time_unit: 'HOURS',
        remaining_hits: Math.max(0, weiboPerHour - posted),
      },
    ],
  });
}

/** Interfaces that exist but are closed to ordinary apps. */
export const closed = (): WeiboAnswer => refuse(10014);
