/**
 * Events that WeChat pushes, in plain mode.
 * Source: https://developers.weixin.qq.com/doc/subscription/api/public/api_freepublish_submit.html
 */
import { createHash } from 'node:crypto';
import type { Context } from '../context';
import { randomId } from '../ids';
import type { MassJob, PublishTask } from '../state';
import { addresses } from './publication';

const TRIES = 3;
const ANSWER_WITHIN_MS = 5000;
const OWNER = 'gh_sandbox000001';
const HELPER = 'oSandboxMphelper000000000001';

export function publishFinished(context: Context, task: PublishTask): void {
  const failed = task.status === 2 || task.status === 4;
  const detail = failed
    ? task.articles.map((_, index) => `<fail_idx>${index + 1}</fail_idx>`).join('')
    : task.status === 3
      ? ''
      : articleDetail(context, task);
  const info = `<publish_id>${task.publishId}</publish_id><publish_status>${task.status}</publish_status>${detail}`;
  push(context, 'PUBLISHJOBFINISH', `<PublishEventInfo>${info}</PublishEventInfo>`);
}

function articleDetail(context: Context, task: PublishTask): string {
  const items = addresses(context, task.articleId).map(
    ({ idx, article_url }) => `<item><idx>${idx}</idx><article_url>${cdata(article_url)}</article_url></item>`,
  );
  const detail = `<count>${items.length}</count>${items.join('')}`;
  // The platform's own sample has a line break inside this id; clients must cope with it.
  return `<article_id>${cdata(`${task.articleId}\n`)}</article_id><article_detail>${detail}</article_detail>`;
}

export function massFinished(context: Context, job: MassJob): void {
  const sent = job.status === 'SEND_SUCCESS' ? 3 : 0;
  const items = addresses(context, `mass-${job.msgId}`).map(
    ({ idx, article_url }) =>
      `<item><ArticleIdx>${idx}</ArticleIdx><ArticleUrl>${cdata(article_url)}</ArticleUrl></item>`,
  );
  const counts = `<TotalCount>3</TotalCount><FilterCount>3</FilterCount><SentCount>${sent}</SentCount><ErrorCount>${3 - sent}</ErrorCount>`;
  const urls = `<ArticleUrlResult><Count>${items.length}</Count><ResultList>${items.join('')}</ResultList></ArticleUrlResult>`;
  push(
    context,
    'MASSSENDJOBFINISH',
    `<MsgID>${job.msgId}</MsgID><Status>${cdata(job.result)}</Status>${counts}${urls}`,
  );
}

const cdata = (text: string): string => `<![CDATA[${text}]]>`;

function push(context: Context, event: string, inner: string): void {
  const { callbackUrl } = context.scenarios;
  if (callbackUrl === null) return;
  const created = Math.floor(context.now().getTime() / 1000);
  const head = `<ToUserName>${cdata(OWNER)}</ToUserName><FromUserName>${cdata(HELPER)}</FromUserName><CreateTime>${created}</CreateTime>`;
  const xml = `<xml>${head}<MsgType>${cdata('event')}</MsgType><Event>${cdata(event)}</Event>${inner}</xml>`;
  void deliver(context, signedUrl(callbackUrl, context.settings.callbackToken, created), xml);
}

/** Adds timestamp, nonce and the SHA-1 over both and the token, sorted. */
function signedUrl(callbackUrl: string, token: string, created: number): string {
  const url = new URL(callbackUrl);
  const nonce = randomId(10);
  const signature = createHash('sha1')
    .update([token, String(created), nonce].sort().join(''))
    .digest('hex');
  url.searchParams.set('signature', signature);
  url.searchParams.set('timestamp', String(created));
  url.searchParams.set('nonce', nonce);
  url.searchParams.set('openid', HELPER);
  return url.href;
}

/** Three tries, five seconds each. A callback that stays away loses the event, as on the platform. */
async function deliver(context: Context, url: string, xml: string): Promise<void> {
  const at = context.now().toISOString();
  for (let attempt = 1; attempt <= TRIES; attempt += 1) {
    const outcome = await post(url, xml);
    context.calls.record({
      at,
      platform: 'wechat',
      method: 'EVENT',
      path: new URL(url).pathname,
      query: '',
      bytes: Buffer.byteLength(xml),
      outcome,
    });
    if (outcome === 'ok') return;
  }
}

async function post(url: string, xml: string): Promise<string> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'text/xml' },
      body: xml,
      signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
    });
    const text = await response.text();
    return response.ok && (text === '' || text.trim() === 'success') ? 'ok' : `HTTP ${response.status}`;
  } catch {
    return 'no answer';
  }
}
