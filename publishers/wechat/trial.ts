import { CHINA_OFFSET } from '../china-offset';
import { HttpFailure, type Account, type Io, type Json, type Rendition, type Trial } from '../contract';
import { problem, type Problem } from '../problems';
import { wechatApi } from './api';
import { wechatConnectionOf } from './connection';
import type { WechatPayload } from './payload';
import { prepare } from './prepare/prepare';
import { PLATFORM, problemOf } from './refused';
import { sendPreview } from './send-preview';
import { readSettings } from './settings';

const DRAFT_GONE = 40007;
/** A token, the cover and the draft, with room for one that has to be uploaded anew. */
const STEPS = 8;

/** A draft in the account's draft box, made on the very path of a delivery. */
export const trial = { make, remove, show };

async function make(account: Account, io: Io): Promise<Trial> {
  const now = io.now();
  const title = `明白测试草稿 ${new Date(now.getTime() + CHINA_OFFSET).toISOString().slice(0, 16).replace('T', ' ')}`;
  const rendition = renditionOf(account, title);
  let done: Json | null = null;
  try {
    for (let step = 0; step < STEPS; step += 1) {
      const result = await prepare(rendition, done, io, `trial-${now.getTime()}`);
      if (result.state === 'ready') return { state: 'made', id: result.prepared.mediaId, title };
      if (result.state === 'rejected' || result.state === 'later') return { state: 'failed', problem: result.problem };
      done = result.done;
    }
    return { state: 'failed', problem: problem('wechat.busy') };
  } catch (failure) {
    return { state: 'failed', problem: unreachable(failure) };
  }
}

async function remove(id: string, io: Io): Promise<Problem | null> {
  const reach = wechatConnectionOf(io.connection);
  if ('missing' in reach) return problem('wechat.not-connected', reach);
  try {
    const answer = await wechatApi(reach.connection, io).deleteDraft(id);
    const gone = answer.type === 'refusal' && answer.code === DRAFT_GONE;
    return answer.type === 'answer' || gone ? null : problemOf(answer);
  } catch (failure) {
    return unreachable(failure);
  }
}

async function show(id: string, to: string, io: Io): Promise<Problem | null> {
  const sent = await sendPreview(id, 'news', to, io);
  return 'problem' in sent ? sent.problem : null;
}

function unreachable(failure: unknown): Problem {
  if (!(failure instanceof HttpFailure)) throw failure;
  return problem('delivery.unreachable', PLATFORM);
}

function renditionOf({ name, siteUrl, settings }: Account, title: string): Rendition<WechatPayload> {
  const { theme, author, openComment } = readSettings(settings);
  const sourceUrl = `${siteUrl}/`;
  return {
    publisher: 'wechat',
    account: name,
    version: 'trial',
    mode: 'publish',
    title,
    payload: {
      kind: 'news',
      theme,
      title,
      author,
      digest: '用来核对账号能不能用，可以删除。',
      contentHtml: '<p>这是“明白”为核对账号而建的草稿，读者看不到，可以删除。</p>',
      sourceUrl,
      cover: { kind: 'drawn', title: '明白测试草稿', form: 'text', category: 'business', source: '' },
      openComment,
    },
    media: [],
    counters: [],
    canonicalUrl: sourceUrl,
  };
}
