/** Mass sending. Source: https://developers.weixin.qq.com/doc/offiaccount/Message_Management/Batch_Sends_and_Originality_Checks.html */
import { createHash } from 'node:crypto';
import { chinaDay, chinaMonth } from '../china-time';
import type { Context } from '../context';
import type { MassJob } from '../state';
import { accepted, answer, refuse, type WechatAnswer } from './answer';
import { isRecord, numberOf, textOf, type WechatCall } from './call';
import { removeDraft } from './draft';
import { massFinished } from './events';
import { readMessage, readPreview, type MassMessage } from './mass-message';
import { isSuccess, massOutcome } from './mass-outcome';
import { articleUrl, makePublic } from './publication';
import { tagsOf } from './tags';

const DAY_MS = 24 * 60 * 60 * 1000;
const RETRY_GAP_MS = 60_000;
const CLIENT_ID_BYTES = 64;
/** What a person may choose as 微信号. */
const WECHAT_NAME = /^[a-zA-Z][\w-]{5,19}$/;
const MAX_OPENIDS = 10_000;

export function sendAll(call: WechatCall): WechatAnswer {
  const { filter } = call.body;
  if (!isRecord(filter)) return refuse(40035, 'filter');
  const tag = numberOf(filter, 'tag_id', Number.NaN);
  if (filter['is_to_all'] !== true && !tagsOf(call).some(({ id }) => id === tag)) return refuse(45159);
  const { followers } = call.context.store.state;
  const readers = filter['is_to_all'] === true ? followers : followers.filter(({ tags }) => tags.includes(tag));
  return send(call, JSON.stringify(filter), readers.length);
}

export function sendToOpenIds(call: WechatCall): WechatAnswer {
  const { touser } = call.body;
  if (!Array.isArray(touser) || touser.length < 2) return refuse(40130);
  if (touser.length > MAX_OPENIDS) return refuse(40032);
  if (touser.some((one) => typeof one !== 'string' || one === '')) return refuse(40031);
  return send(call, JSON.stringify(touser), touser.length);
}

/** @param reach how many followers get it */
function send(call: WechatCall, scope: string, reach: number): WechatAnswer {
  const { store } = call.context;
  const clientMsgId = textOf(call.body, 'clientmsgid') || digest(scope, call.body);
  if (Buffer.byteLength(clientMsgId) > CLIENT_ID_BYTES) return refuse(45067);
  const earlier = store.state.masses.find((one) => one.clientMsgId === clientMsgId && one.at > call.now - DAY_MS);
  if (earlier) return repeated(earlier, call.now);
  const message = readMessage(call);
  if ('refusal' in message) return message.refusal;
  if (quotaUsedUp(call)) return refuse(45028);
  const job = accept(call, clientMsgId, message.message, reach);
  call.context.lookAgainAfter(job.doneAt - call.now);
  const ids = { msg_id: job.msgId, ...(job.msgType === 'mpnews' ? { msg_data_id: Number(job.msgDataId) } : {}) };
  return answer({ errcode: 0, errmsg: 'send job submission success', ...ids });
}

/** The platform remembers for a day what was sent under this id; that is its only idempotency. */
const repeated = (earlier: MassJob, now: number): WechatAnswer =>
  earlier.status === 'SENDING' && now - earlier.at < RETRY_GAP_MS
    ? refuse(45066)
    : refuse(45065, null, { msg_id: earlier.msgId });

function accept(call: WechatCall, clientMsgId: string, message: MassMessage, reach: number): MassJob {
  const { store, scenarios } = call.context;
  store.state.sequence += 1;
  const job: MassJob = {
    ...message,
    msgId: store.state.sequence - 1_247_483_650,
    msgDataId: String(store.state.sequence),
    clientMsgId,
    at: call.now,
    status: 'SENDING',
    reach,
    ...massOutcome(call, message, reach),
  };
  scenarios.nextMass = 'send success';
  store.state.masses.push(job);
  store.changed();
  return job;
}

/** Verified subscription accounts send once a day, service accounts four times a month; the test account is free. */
function quotaUsedUp(call: WechatCall): boolean {
  const { store, scenarios } = call.context;
  const period = scenarios.profile === 'service' ? chinaMonth : chinaDay;
  const allowed = { service: 4, verified: 1, test: Number.POSITIVE_INFINITY, personal: 0 }[scenarios.profile];
  const now = period(new Date(call.now));
  const counted = store.state.masses.filter((one) => one.status !== 'SEND_FAIL' && period(new Date(one.at)) === now);
  return counted.length >= allowed;
}

export function settleMassSends(context: Context, now: number): void {
  for (const job of context.store.state.masses) {
    if (job.status !== 'SENDING' || job.doneAt > now) continue;
    job.status = isSuccess(job.result) ? 'SEND_SUCCESS' : 'SEND_FAIL';
    if (job.status === 'SEND_SUCCESS') show(context, job);
    massFinished(context, job);
    context.store.changed();
  }
}

function show(context: Context, job: MassJob): void {
  if (job.msgType === 'mpnews') {
    const about = { articleId: `mass-${job.msgId}`, kind: 'mass', msgDataId: job.msgDataId, at: job.doneAt } as const;
    makePublic(context, about, job.articles, job.reach);
    removeDraft(context.store.state, job.mediaId);
    return;
  }
  context.store.appendToLedger({
    at: new Date(job.doneAt).toISOString(),
    platform: 'wechat',
    kind: 'mass',
    id: `mass-${job.msgId}`,
    title: '',
    text: job.text,
    url: '',
    marker: null,
    link: /https?:\/\/\S+/.exec(job.text)?.[0] ?? null,
    reach: job.reach,
  });
}

/** POST message/mass/preview: shows it to one person, who is not a reader; leaves the draft as it is. */
export function previewMass(call: WechatCall): WechatAnswer {
  const name = textOf(call.body, 'towxname');
  if (name === '' && textOf(call.body, 'touser') === '') return refuse(40003);
  if (name !== '' && !WECHAT_NAME.test(name)) return refuse(40132);
  const read = readPreview(call);
  if ('refusal' in read) return read.refusal;
  return answer({ errcode: 0, errmsg: 'preview success', msg_id: Math.floor(call.now / 1000) });
}

export function getMass(call: WechatCall): WechatAnswer {
  const job = findJob(call);
  return job ? answer({ msg_id: job.msgId, msg_status: job.status }) : refuse(40059);
}

/** The card stays with those who have it; the article behind it says that it was deleted. */
export function deleteMass(call: WechatCall): WechatAnswer {
  const job = findJob(call) ?? jobOfAddress(call);
  if (job?.status !== 'SEND_SUCCESS') return refuse(40059);
  const index = numberOf(call.body, 'article_idx', 0);
  const publication = call.context.store.state.publications.find((one) => one.articleId === `mass-${job.msgId}`);
  const chosen = index === 0 ? publication?.articles : publication?.articles.slice(index - 1, index);
  if (index !== 0 && chosen?.length !== 1) return refuse(40060);
  for (const one of chosen ?? []) one.deleted = true;
  if (publication?.articles.every((one) => one.deleted) ?? true) job.status = 'DELETE';
  call.context.store.changed();
  return accepted();
}

/** The send whose article stands at the address that is given instead of a number. */
function jobOfAddress(call: WechatCall): MassJob | undefined {
  const url = textOf(call.body, 'url');
  const { publications, masses } = call.context.store.state;
  const sent = publications.find(
    ({ kind, articles }) => kind === 'mass' && articles.some((one) => articleUrl(call.context, one) === url),
  );
  return masses.find(({ msgId }) => sent?.articleId === `mass-${msgId}`);
}

const findJob = (call: WechatCall): MassJob | undefined =>
  call.context.store.state.masses.find((one) => String(one.msgId) === textOf(call.body, 'msg_id'));

/** What stands in for a missing clientmsgid: equal content to equal people counts as the same send. */
const digest = (scope: string, body: WechatCall['body']): string => {
  const rest = Object.entries(body).filter(([name]) => name !== 'clientmsgid');
  return createHash('md5').update(scope).update(JSON.stringify(rest)).digest('hex');
};
