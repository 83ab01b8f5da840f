import type { Account, Quota } from '../contract';
import { readSettings, type AccountKind, type WechatSettings } from './settings';

/**
 * Pushes to followers, by kind of account; those sent by hand on the platform count as well, but are not ours to see.
 * Over them the platform refuses with 45028. A service account may use all four on one day.
 * @see https://developers.weixin.qq.com/doc/offiaccount/Message_Management/Batch_Sends_and_Originality_Checks.html
 */
const MASS: Readonly<Record<AccountKind, readonly ['day' | 'month', number]>> = {
  subscription: ['day', 1],
  service: ['month', 4],
};

/**
 * Calls of `freepublish/submit` by a new account; the platform gives more to accounts of 100,000 followers and up. Over
 * it: 45009 until midnight.
 * @see https://developers.weixin.qq.com/doc/service/Message_Management/API_Call_Limits.html
 */
const PUBLISH: Quota = {
  name: 'publish-per-day',
  title: '每天 100 次发布',
  mode: 'publish',
  limit: 100,
  window: 'day',
};

/** How often the account may publish and push. */
export const quotas = ({ settings }: Account): readonly Quota[] => [...mass(readSettings(settings)), PUBLISH];

/** What staff have entered, else what the platform usually grants. */
function mass({ kind, massPerDay, massPerMonth }: WechatSettings): readonly Quota[] {
  const own = [
    ...(massPerDay === undefined ? [] : [pushes('day', massPerDay)]),
    ...(massPerMonth === undefined ? [] : [pushes('month', massPerMonth)]),
  ];
  return own.length > 0 ? own : [pushes(...MASS[kind])];
}

const pushes = (window: 'day' | 'month', limit: number): Quota => ({
  name: `mass-per-${window}`,
  title: `${window === 'day' ? '每天' : '每月'} ${limit} 次群发`,
  mode: 'mass',
  limit,
  window,
});
