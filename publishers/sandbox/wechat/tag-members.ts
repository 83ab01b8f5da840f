/** Who has which tag. Source: https://developers.weixin.qq.com/doc/offiaccount/User_Management/User_Tag_Management.html */
import type { State } from '../state';
import { accepted, answer, refuse, type WechatAnswer } from './answer';
import { numberOf, textOf, type WechatCall } from './call';
import { tagsOf } from './tags';

const AT_ONCE = 50;
const TAGS_EACH = 20;

type Follower = State['followers'][number];

/** POST tags/members/batchtagging: all of them or none. */
export const addMembers = (call: WechatCall): WechatAnswer =>
  withMembers(call, (followers, tag) => {
    if (followers.some(({ tags }) => !tags.includes(tag) && tags.length >= TAGS_EACH)) return refuse(45059);
    for (const one of followers) one.tags = [...new Set([...one.tags, tag])];
    return accepted();
  });

/** POST tags/members/batchuntagging */
export const removeMembers = (call: WechatCall): WechatAnswer =>
  withMembers(call, (followers, tag) => {
    for (const one of followers) one.tags = one.tags.filter((other) => other !== tag);
    return accepted();
  });

function withMembers(
  call: WechatCall,
  act: (followers: readonly Follower[], tag: number) => WechatAnswer,
): WechatAnswer {
  const { openid_list: list } = call.body;
  if (!Array.isArray(list) || list.length === 0) return refuse(40031);
  if (list.length > AT_ONCE) return refuse(40032);
  const tag = tagNamed(call);
  if (tag === null) return refuse(45159);
  const { state, changed } = call.context.store;
  const found = state.followers.filter(({ openid }) => list.includes(openid));
  if (found.length !== new Set(list).size) return refuse(40003);
  changed();
  return act(found, tag);
}

/** POST tags/getidlist: the tags of one follower. */
export function tagsOfFollower(call: WechatCall): WechatAnswer {
  const openid = textOf(call.body, 'openid');
  const follower = call.context.store.state.followers.find((one) => one.openid === openid);
  return follower ? answer({ tagid_list: follower.tags }) : refuse(40003);
}

/** POST user/tag/get: everybody with a tag, all in one page; `next_openid` is the last one that the client has. */
export function followersWithTag(call: WechatCall): WechatAnswer {
  const tag = tagNamed(call);
  if (tag === null) return refuse(45159);
  const openids = call.context.store.state.followers
    .filter(({ tags }) => tags.includes(tag))
    .map(({ openid }) => openid);
  const rest = openids.slice(openids.indexOf(textOf(call.body, 'next_openid')) + 1);
  return answer({ count: rest.length, data: { openid: rest }, next_openid: rest.at(-1) ?? '' });
}

function tagNamed(call: WechatCall): number | null {
  const id = numberOf(call.body, 'tagid', Number.NaN);
  return tagsOf(call).some((one) => one.id === id) ? id : null;
}
