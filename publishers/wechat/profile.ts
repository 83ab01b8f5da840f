import { CHINA_OFFSET } from '../china-offset';
import { HttpFailure, type Account, type CallsLeft, type Capability, type Io, type Profile } from '../contract';
import { problem, type Problem } from '../problems';
import type { CallAnswer } from './answer';
import { wechatApi, type WechatApi } from './api';
import { wechatConnectionOf } from './connection';
import { PLATFORM, problemOf } from './refused';
import { freshToken } from './token';

/** 48001 may not call it; 48004 its interfaces are banned; 48015 and 88000 no comments. */
const MAY_NOT = new Set([48001, 48004, 48015, 88000]);
/** The question got as far as its subject, which does not exist or is not there yet: so it may be asked. */
const MAY = new Set([40059, 88001, 61500, 61501, 61503]);
/** Any number: no message of ours has it. */
const NO_MESSAGE = '1';
const DAY = 24 * 60 * 60_000;

interface Probe {
  readonly name: Capability['name'];
  readonly title: string;
  readonly ask: (api: WechatApi, now: Date) => Promise<CallAnswer<unknown>>;
}

/** Calls that change nothing and show nobody anything; their refusals tell what the account may not do. */
const PROBES: readonly Probe[] = [
  { name: 'draft', title: '草稿箱', ask: (api) => api.newestDrafts(false) },
  { name: 'publish', title: '发布接口', ask: (api) => api.mayPublish() },
  { name: 'mass', title: '群发接口', ask: (api) => api.massState(NO_MESSAGE) },
  { name: 'comments', title: '留言', ask: (api) => api.mayRead() },
  { name: 'statistics', title: '统计', ask: (api, now) => api.mayCount(yesterday(now)) },
];

/** Calls that are counted by day, with what has to be allowed for them to matter. */
const COUNTED = [
  { path: 'draft/add', title: '建草稿', of: 'draft' },
  { path: 'freepublish/submit', title: '发布', of: 'publish' },
  { path: 'message/mass/sendall', title: '群发', of: 'mass' },
] as const;

/** What the account may do and how many calls it has left today, with its credentials as they are now. */
export async function profile(_account: Account, io: Io): Promise<Profile | Problem> {
  const reach = wechatConnectionOf(io.connection);
  if ('missing' in reach) return problem('wechat.not-connected', reach);
  const api = wechatApi(reach.connection, asExpected(io));
  try {
    const token = await freshToken(reach.connection, io);
    if (token.type !== 'answer') return problemOf(token);
    const capabilities: Capability[] = [];
    for (const { name, title, ask } of PROBES) capabilities.push({ name, title, may: may(await ask(api, io.now())) });
    return { capabilities, calls: await callsLeft(api, capabilities) };
  } catch (failure) {
    if (!(failure instanceof HttpFailure)) throw failure;
    return problem('delivery.unreachable', PLATFORM);
  }
}

/** A refusal is what was asked for here, and no trouble that somebody has to look at. */
const asExpected = (io: Io): Io => ({
  ...io,
  log: (level, message, facts) => io.log(level === 'warn' ? 'debug' : level, message, facts),
});

function may(answer: CallAnswer<unknown>): boolean | null {
  if (answer.type === 'answer') return true;
  if (answer.type !== 'refusal') return null;
  return MAY_NOT.has(answer.code) ? false : MAY.has(answer.code) ? true : null;
}

async function callsLeft(api: WechatApi, capabilities: readonly Capability[]): Promise<readonly CallsLeft[]> {
  const left: CallsLeft[] = [];
  for (const { path, title, of } of COUNTED) {
    if (capabilities.find(({ name }) => name === of)?.may !== true) continue;
    const answer = await api.quota(path);
    // Not every account may ask for its quota; that says nothing else about it.
    if (answer.type !== 'answer') continue;
    const { daily_limit: limit, remain } = answer.value.quota;
    left.push({ title, limit, remain });
  }
  return left;
}

/** `2026-11-22`: the newest day of which there can be figures. */
const yesterday = (now: Date): string => new Date(now.getTime() + CHINA_OFFSET - DAY).toISOString().slice(0, 10);
