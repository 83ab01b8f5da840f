/**
 * Publishing without pushing. Sources: https://developers.weixin.qq.com/doc/subscription/api/public/api_freepublish_submit.html
 * and its neighbours get, batchget, getarticle, delete.
 */
import type { Context } from '../context';
import { randomId } from '../ids';
import type { PublishTask } from '../state';
import { accepted, answer, refuse, type WechatAnswer } from './answer';
import { numberOf, pageOf, seconds, textOf, type WechatCall } from './call';
import { findDraft, removeDraft } from './draft';
import { DRAFT_CHECKS } from './draft-check';
import { publishFinished } from './events';
import { addresses, makePublic, publishedItem } from './publication';

const WORKING = 1;
const DELETED_BY_ACCOUNT = 5;
const REMOVED_AFTERWARDS = new Set([5, 6]);

/**
 * Accepts a draft. A second call for the same draft is accepted as well while the first one is still working: nothing
 * in the platform's documents promises otherwise, so a client that relies on it is found out here.
 */
export function submit(call: WechatCall): WechatAnswer {
  const { scenarios, store, lookAgainAfter } = call.context;
  const draft = findDraft(call, textOf(call.body, 'media_id'));
  if (!draft) return refuse(40007, textOf(call.body, 'media_id').slice(0, 12));
  const check = DRAFT_CHECKS[scenarios.draftCheck].publish;
  if (check !== null) return refuse(check);
  if (call.now - (store.state.tasks.at(-1)?.at ?? 0) < scenarios.publishGapMs) return refuse(53501);
  store.state.sequence += 1;
  const publishId = String(store.state.sequence);
  store.state.tasks.push({
    publishId,
    mediaId: draft.mediaId,
    articleId: randomId(43),
    articles: structuredClone(draft.articles),
    at: call.now,
    doneAt: call.now + scenarios.publishMs,
    status: WORKING,
    result: scenarios.nextPublish,
  });
  scenarios.nextPublish = 0;
  store.changed();
  lookAgainAfter(scenarios.publishMs);
  return accepted({ publish_id: publishId, msg_data_id: publishId });
}

/** Finishes the tasks whose time has come. */
export function settlePublishing(context: Context, now: number): void {
  for (const task of context.store.state.tasks) {
    if (task.doneAt > now) continue;
    if (task.status === WORKING) finish(context, task, now);
    else if (task.status === 0 && REMOVED_AFTERWARDS.has(task.result)) takeAway(context, task, now);
  }
}

function finish(context: Context, task: PublishTask, now: number): void {
  const { store, scenarios } = context;
  const succeeds = task.result === 0 || REMOVED_AFTERWARDS.has(task.result);
  task.status = succeeds ? 0 : task.result;
  if (succeeds) {
    const { articleId, publishId } = task;
    makePublic(context, { articleId, kind: 'publish', msgDataId: publishId, at: task.doneAt }, task.articles);
    removeDraft(store.state, task.mediaId);
  }
  publishFinished(context, task);
  if (REMOVED_AFTERWARDS.has(task.result)) {
    task.doneAt = now + Math.max(scenarios.publishMs, 1);
    context.lookAgainAfter(task.doneAt - now);
  }
  store.changed();
}

/** The account's owner (5) or the platform (6) removed it after it had been published. */
function takeAway(context: Context, task: PublishTask, now: number): void {
  if (task.doneAt > now) return;
  task.status = task.result;
  const publication = context.store.state.publications.find((one) => one.articleId === task.articleId);
  for (const one of publication?.articles ?? []) one.deleted = true;
  publishFinished(context, task);
  context.store.changed();
}

export function getTask(call: WechatCall): WechatAnswer {
  const task = call.context.store.state.tasks.find((one) => one.publishId === textOf(call.body, 'publish_id'));
  if (!task) return refuse(53502);
  const state = { publish_id: task.publishId, publish_status: task.status };
  if (task.status === WORKING || task.status === 3) return answer({ ...state, fail_idx: [] });
  if (task.status === 2 || task.status === 4)
    return answer({ ...state, fail_idx: task.articles.map((_, index) => index + 1) });
  return answer({
    ...state,
    article_id: task.articleId,
    article_detail: { count: task.articles.length, item: addresses(call.context, task.articleId) },
    fail_idx: [],
  });
}

export function getArticle(call: WechatCall): WechatAnswer {
  const publication = findPublished(call);
  if (!publication) return refuse(53600);
  return answer({
    news_item: publication.articles.map((one) => publishedItem(call.context, one, false)),
    create_time: seconds(publication.at),
    update_time: seconds(publication.at),
  });
}

/** Newest first. Holds only what was published this way; mass-sent articles are in no list. */
export function batchGetPublished(call: WechatCall): WechatAnswer {
  const page = pageOf(call.body);
  if (!page) return refuse(47003);
  const withoutContent = numberOf(call.body, 'no_content', 0) === 1;
  const all = call.context.store.state.publications.filter((one) => one.kind === 'publish').reverse();
  const item = all.slice(page.offset, page.offset + page.count).map((one) => ({
    article_id: one.articleId,
    content: {
      news_item: one.articles.map((article) => publishedItem(call.context, article, withoutContent)),
      create_time: seconds(one.at),
      update_time: seconds(one.at),
    },
    update_time: seconds(one.at),
  }));
  return answer({ item, total_count: all.length, item_count: item.length });
}

/** `index` counts from 1; 0 or none removes every article of the publication. */
export function deletePublished(call: WechatCall): WechatAnswer {
  const publication = findPublished(call);
  if (!publication) return refuse(53600);
  const index = numberOf(call.body, 'index', 0);
  const chosen = index === 0 ? publication.articles : publication.articles.slice(index - 1, index);
  if (!Number.isInteger(index) || index < 0 || chosen.length === 0) return refuse(40060);
  for (const one of chosen) one.deleted = true;
  const task = call.context.store.state.tasks.find(({ articleId }) => articleId === publication.articleId);
  if (task && publication.articles.every(({ deleted }) => deleted)) task.status = DELETED_BY_ACCOUNT;
  call.context.store.changed();
  return accepted();
}

const findPublished = (call: WechatCall) =>
  call.context.store.state.publications.find(
    (one) => one.kind === 'publish' && one.articleId === textOf(call.body, 'article_id'),
  );
