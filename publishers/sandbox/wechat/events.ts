/**
 * Events that WeChat pushes when a task has ended.
 * Source: https://developers.weixin.qq.com/doc/subscription/api/public/api_freepublish_submit.html
 */
import type { Context } from '../context';
import type { MassJob, PublishTask } from '../state';
import { HELPER, headOf, OWNER } from './people';
import { addresses } from './publication';
import { push, type Pushed } from './push';
import { cdata } from './xml';

export function publishFinished(context: Context, task: PublishTask): void {
  const failed = task.status === 2 || task.status === 4;
  const detail = failed
    ? task.articles.map((_, index) => `<fail_idx>${index + 1}</fail_idx>`).join('')
    : task.status === 3
      ? ''
      : articleDetail(context, task);
  const info = `<publish_id>${task.publishId}</publish_id><publish_status>${task.status}</publish_status>${detail}`;
  emit(context, 'PUBLISHJOBFINISH', `<PublishEventInfo>${info}</PublishEventInfo>`);
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
  const { reach } = job;
  const sent = job.status === 'SEND_SUCCESS' ? reach : 0;
  const items = addresses(context, `mass-${job.msgId}`).map(
    ({ idx, article_url }) =>
      `<item><ArticleIdx>${idx}</ArticleIdx><ArticleUrl>${cdata(article_url)}</ArticleUrl></item>`,
  );
  const counts = `<TotalCount>${reach}</TotalCount><FilterCount>${reach}</FilterCount><SentCount>${sent}</SentCount><ErrorCount>${reach - sent}</ErrorCount>`;
  const urls = `<ArticleUrlResult><Count>${items.length}</Count><ResultList>${items.join('')}</ResultList></ArticleUrlResult>`;
  emit(
    context,
    'MASSSENDJOBFINISH',
    `<MsgID>${job.msgId}</MsgID><Status>${cdata(job.result)}</Status>${counts}${urls}`,
  );
}

/** Pushes an event as the scenario wants it: once, twice, after the next one, or never. */
function emit(context: Context, event: string, inner: string): void {
  const { events, callbackUrl } = context.scenarios;
  if (callbackUrl === null || events === 'lost') return;
  const xml = `<xml>${headOf(HELPER, context.now().getTime())}<MsgType>${cdata('event')}</MsgType><Event>${cdata(event)}</Event>${inner}</xml>`;
  const mine: Pushed = { kind: 'EVENT', xml, to: OWNER, from: HELPER };
  if (events === 'swapped' && context.heldEvents.length === 0) {
    context.heldEvents.push(mine);
    return;
  }
  const held = context.heldEvents.splice(0);
  void inOrder(context, events === 'twice' ? [mine, mine] : [mine, ...held]);
}

async function inOrder(context: Context, pushes: readonly Pushed[]): Promise<void> {
  for (const one of pushes) await push(context, one);
}
