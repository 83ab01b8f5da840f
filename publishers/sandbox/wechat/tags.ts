/** Tags of followers, to which a mass message may go. Source: https://developers.weixin.qq.com/doc/offiaccount/User_Management/User_Tag_Management.html */
import { accepted, answer, refuse, type WechatAnswer, type WechatRefusal } from './answer';
import { isRecord, numberOf, textOf, type WechatCall } from './call';

const MAX_TAGS = 100;
const NAME_BYTES = 30;
/** 黑名单, 屏蔽组 and 星标组 belong to the platform; only the last is there to be sent to. */
const SYSTEM_TAGS: readonly number[] = [0, 1, 2];
const STARRED = { id: 2, name: '星标组' };
const FIRST_OWN = 100;

interface Tag {
  readonly id: number;
  readonly name: string;
}

/** The tags that a message may go to. */
export const tagsOf = ({ context }: WechatCall): readonly Tag[] => [STARRED, ...context.store.state.tags];

export const listTags = (call: WechatCall): WechatAnswer =>
  answer({
    tags: tagsOf(call).map((tag) => ({
      ...tag,
      count: call.context.store.state.followers.filter(({ tags }) => tags.includes(tag.id)).length,
    })),
  });

export function createTag(call: WechatCall): WechatAnswer {
  const { state, changed } = call.context.store;
  const name = nameOf(call);
  if (typeof name !== 'string') return name;
  if (state.tags.length >= MAX_TAGS) return refuse(45056);
  const tag = { id: Math.max(FIRST_OWN - 1, ...state.tags.map(({ id }) => id)) + 1, name };
  state.tags.push(tag);
  changed();
  return answer({ tag });
}

export function updateTag(call: WechatCall): WechatAnswer {
  const tag = ownTag(call);
  if ('refused' in tag) return tag;
  const name = nameOf(call);
  if (typeof name !== 'string') return name;
  const { state, changed } = call.context.store;
  state.tags = state.tags.map((one) => (one.id === tag.id ? { ...one, name } : one));
  changed();
  return accepted();
}

export function deleteTag(call: WechatCall): WechatAnswer {
  const tag = ownTag(call);
  if ('refused' in tag) return tag;
  const { state, changed } = call.context.store;
  state.tags = state.tags.filter(({ id }) => id !== tag.id);
  for (const one of state.followers) one.tags = one.tags.filter((id) => id !== tag.id);
  changed();
  return accepted();
}

const given = ({ body }: WechatCall): Readonly<Record<string, unknown>> => (isRecord(body['tag']) ? body['tag'] : {});

function ownTag(call: WechatCall): Tag | WechatRefusal {
  const id = numberOf(given(call), 'id', Number.NaN);
  if (SYSTEM_TAGS.includes(id)) return refuse(45058);
  return call.context.store.state.tags.find((one) => one.id === id) ?? refuse(45159);
}

/** A name that is free, or why it cannot be given. */
function nameOf(call: WechatCall): string | WechatRefusal {
  const name = textOf(given(call), 'name').trim();
  if (name === '' || tagsOf(call).some((one) => one.name === name)) return refuse(45157);
  return Buffer.byteLength(name) > NAME_BYTES ? refuse(45158) : name;
}
