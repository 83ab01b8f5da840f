/** WeChat official account: articles and image posts, published on the account's page or sent to all followers. */
import type { Publisher } from '../contract';
import { check } from './check';
import { commit } from './commit';
import { confirm } from './confirm';
import { inspect } from './inspect';
import type { WechatPayload } from './payload';
import { prepare } from './prepare/prepare';
import type { WechatPrepared } from './prepared';
import { preview } from './preview';
import { profile } from './profile';
import { quotas } from './quotas';
import { readBack } from './read-back';
import { render } from './render';
import { trial } from './trial';
import { verify } from './verify';
import { withdraw } from './withdraw';

export const wechat: Publisher<WechatPayload, WechatPrepared> = {
  name: 'wechat',
  title: '微信公众号',
  // Twenty pictures, a cover and a draft, with time left for a slow evening.
  prepareAhead: 600,
  render,
  check,
  preview,
  quotas,
  verify,
  prepare,
  commit,
  confirm,
  readBack,
  withdraw,
  profile,
  inspect,
  trial,
};
