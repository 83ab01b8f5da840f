/** Reading posts. Sources: https://open.weibo.com/wiki/2/statuses/user_timeline, .../2/statuses/show, .../2/statuses/count */
import type { WeiboStatus } from '../state';
import { answer, refuse, type WeiboAnswer } from './answer';
import type { WeiboCall } from './call';
import { statusObject } from './status-object';

/** The interface shows no more than this, however many are asked for. */
const TIMELINE_LENGTH = 5;
const COUNT_IDS = 100;

const visible = (call: WeiboCall): WeiboStatus[] =>
  call.context.store.state.statuses.filter((one) => one.visibleAt <= call.now);

export function userTimeline(call: WeiboCall): WeiboAnswer {
  const mine = timeline(call);
  const statuses = mine.latest.map((one) => statusObject(call.context, one));
  return answer({
    statuses,
    marks: [],
    hasvisible: false,
    previous_cursor: 0,
    next_cursor: 0,
    total_number: mine.total,
  });
}

export function userTimelineIds(call: WeiboCall): WeiboAnswer {
  const mine = timeline(call);
  return answer({
    statuses: mine.latest.map((one) => one.mid),
    previous_cursor: 0,
    next_cursor: 0,
    total_number: mine.total,
  });
}

/** Whatever uid is asked for, it is the owner's posts that come back. */
function timeline(call: WeiboCall): { latest: WeiboStatus[]; total: number } {
  const onlyThisApp = call.params.get('base_app') === '1';
  const since = BigInt(idOf(call, 'since_id') ?? '0');
  const max = idOf(call, 'max_id');
  const all = visible(call)
    .filter((one) => !onlyThisApp || one.byApp)
    .filter((one) => BigInt(one.mid) > since && (max === null || max === '0' || BigInt(one.mid) <= BigInt(max)))
    .reverse();
  const asked = Number(call.params.get('count') ?? TIMELINE_LENGTH);
  const count = asked >= 1 ? Math.min(asked, TIMELINE_LENGTH) : TIMELINE_LENGTH;
  return { latest: all.slice(0, count), total: all.length };
}

function idOf(call: WeiboCall, name: string): string | null {
  const value = call.params.get(name) ?? '';
  return /^\d{1,20}$/.test(value) ? value : null;
}

export function show(call: WeiboCall): WeiboAnswer {
  const id = call.params.get('id') ?? '';
  if (id === '') return refuse(20109);
  const status = visible(call).find((one) => one.mid === id);
  return status ? answer(statusObject(call.context, status)) : refuse(20101);
}

export function count(call: WeiboCall): WeiboAnswer {
  const ids = (call.params.get('ids') ?? '').split(',').filter((id) => id !== '');
  if (ids.length === 0) return refuse(20001);
  if (ids.length > COUNT_IDS) return refuse(10008);
  const known = visible(call).filter((one) => ids.includes(one.mid));
  return answer(known.map((one) => ({ id: Number(one.mid), comments: 0, reposts: 0, attitudes: 0 })));
}
