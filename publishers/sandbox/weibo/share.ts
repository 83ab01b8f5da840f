/** POST 2/statuses/share.json. Source: https://open.weibo.com/wiki/2/statuses/share */
import { isIP } from 'node:net';
import type { Context } from '../context';
import { randomId } from '../ids';
import { sniff } from '../image';
import { markerOf } from '../ledger';
import type { WeiboStatus } from '../state';
import { answer, refuse, type WeiboAnswer } from './answer';
import type { WeiboCall } from './call';
import { URLS, weiboLength } from './length';
import { midToBase62, nextMid } from './mid';
import { statusObject } from './status-object';

const MAX_LENGTH = 140;
const MAX_PICTURE_BYTES = 5 * 1024 * 1024;
const PICTURE_TYPES = ['image/jpeg', 'image/gif', 'image/png'];
const HOUR_MS = 3_600_000;
/** How long the duplicate filter remembers a text. */
const DUPLICATE_MS = 24 * HOUR_MS;
const TOPIC = /#[^#\n]+#/g;

export function share(call: WeiboCall): WeiboAnswer {
  const refusal = textRefusal(call) ?? pictureRefusal(call) ?? rateRefusal(call);
  if (refusal) return refusal;
  // Topics vanish without a word: this interface is for sharing links, not for campaigns.
  const original = (call.params.get('status') ?? '').replace(TOPIC, '').trim();
  if (isDuplicate(call, original)) return refuse(20019);
  const delay = call.context.scenarios.nextShareSlowMs;
  call.context.scenarios.nextShareSlowMs = null;
  const status = addStatus(call.context, { original, picture: storePicture(call), byApp: true, delay: delay ?? 0 });
  return delay === null ? answer(statusObject(call.context, status)) : refuse(20032);
}

function textRefusal(call: WeiboCall): WeiboAnswer | null {
  const text = call.params.get('status') ?? '';
  const rip = call.params.get('rip') ?? '';
  if (text.trim() === '') return refuse(20008);
  if (rip === '') return refuse(10016, 'rip');
  if (isIP(rip) === 0) return refuse(10017, 'rip');
  if (weiboLength(text) > MAX_LENGTH) return refuse(20012);
  const domain = call.context.scenarios.boundDomain;
  if (domain === null) return { refused: 10017, text: 'appkey not bind domain!' };
  return (text.match(URLS) ?? []).some((url) => isUnder(url, domain))
    ? null
    : { refused: 10017, text: 'text not find domain!' };
}

function isUnder(url: string, domain: string): boolean {
  const host = URL.canParse(url) ? new URL(url).hostname : '';
  return host === domain || host.endsWith(`.${domain}`);
}

function pictureRefusal(call: WeiboCall): WeiboAnswer | null {
  const [picture, ...more] = call.files;
  if (!picture) return call.isMultipart ? refuse(20007) : null;
  if (more.length > 0 || picture.name !== 'pic') return refuse(10017, 'pic');
  if (!PICTURE_TYPES.includes(sniff(picture.bytes).mime)) return refuse(20005);
  return picture.bytes.length >= MAX_PICTURE_BYTES ? refuse(20006) : null;
}

function rateRefusal(call: WeiboCall): WeiboAnswer | null {
  const { store, scenarios } = call.context;
  const recent = store.state.statuses.filter((one) => one.byApp && one.at > call.now - HOUR_MS);
  return recent.length >= scenarios.weiboPerHour ? refuse(20016) : null;
}

const isDuplicate = (call: WeiboCall, original: string): boolean =>
  call.context.store.state.statuses.some((one) => one.original === original && one.at > call.now - DUPLICATE_MS);

function storePicture(call: WeiboCall): string | null {
  const [picture] = call.files;
  if (!picture) return null;
  const { state, putFile } = call.context.store;
  const key = randomId(32);
  state.pictures[key] = { sha256: putFile(picture.bytes), bytes: picture.bytes.length, ...sniff(picture.bytes) };
  return key;
}

/** A new post, by the app or by a person in the phone. With a delay it stays invisible for that long. */
export function addStatus(
  context: Context,
  post: { original: string; picture: string | null; byApp: boolean; delay: number },
): WeiboStatus {
  const { state, changed } = context.store;
  const now = context.now().getTime();
  const links: Record<string, string> = {};
  const text = post.original.replace(URLS, (url) => {
    const short = `http://t.cn/A6${randomId(6).replace(/[-_]/g, '0')}`;
    links[short] = url;
    return short;
  });
  const status: WeiboStatus = {
    mid: nextMid(now, state.statuses.at(-1)?.mid),
    original: post.original,
    text,
    links,
    picture: post.picture,
    at: now,
    visibleAt: now + post.delay,
    byApp: post.byApp,
    shown: false,
  };
  state.statuses.push(status);
  changed();
  settleStatuses(context, now);
  if (post.delay > 0) context.lookAgainAfter(post.delay);
  return status;
}

/** Shows the posts whose time has come. */
export function settleStatuses(context: Context, now: number): void {
  const { state, changed, appendToLedger } = context.store;
  for (const status of state.statuses) {
    if (status.shown || status.visibleAt > now) continue;
    status.shown = true;
    const link = Object.values(status.links)[0] ?? null;
    appendToLedger({
      at: new Date(status.visibleAt).toISOString(),
      platform: 'weibo',
      kind: status.byApp ? 'status' : 'by-hand',
      id: status.mid,
      title: '',
      text: status.original,
      url: statusUrl(context, status),
      marker:
        Object.values(status.links)
          .map(markerOf)
          .find((marker) => marker !== null) ?? null,
      link,
    });
    changed();
  }
}

export function statusUrl(context: Context, status: WeiboStatus): string {
  const { publicBaseUrl, weiboUid } = context.settings;
  const base = publicBaseUrl === null ? 'https://weibo.com' : `${publicBaseUrl}/weibo-status`;
  return `${base}/${weiboUid}/${midToBase62(status.mid)}`;
}
