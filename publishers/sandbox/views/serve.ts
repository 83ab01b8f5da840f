import type { Context } from '../context';
import { notFound, type Reply } from '../http/reply';
import type { SandboxRequest } from '../http/request';
import { phones } from './phones';
import { pictureReply } from './pictures';
import { articleReceipt, statusReceipt } from './receipt';
import { traffic } from './traffic';
import { wechatArticle } from './wechat-article';
import { wechatDrafts } from './wechat-drafts';
import { wechatChat } from './wechat-chat';
import { wechatList } from './wechat-list';
import { weiboPost, weiboTimeline } from './weibo-timeline';

/** The pages for people, by path. The first group of the pattern is handed over. */
const PAGES: readonly (readonly [RegExp, (context: Context, id: string) => Reply])[] = [
  [/^\/$/, phones],
  [/^\/traffic$/, traffic],
  [/^\/phone\/wechat$/, wechatList],
  [/^\/phone\/wechat\/drafts$/, wechatDrafts],
  [/^\/phone\/wechat\/chat$/, wechatChat],
  [/^\/phone\/wechat\/article\/([\w-]+)$/, wechatArticle],
  [/^\/phone\/weibo$/, weiboTimeline],
  [/^\/phone\/weibo\/(\d+)$/, weiboPost],
  [/^\/s\/([\w-]+)$/, articleReceipt],
  [/^\/weibo-status\/(?:\d+\/)?([0-9a-zA-Z]+)$/, statusReceipt],
  [/^\/pictures\/([\w-]+)$/, pictureReply],
];

export function answerView(context: Context, request: SandboxRequest): Reply {
  if (request.method !== 'GET' && request.method !== 'HEAD') return notFound;
  for (const [pattern, page] of PAGES) {
    const match = pattern.exec(request.path);
    if (match) return page(context, match[1] ?? '');
  }
  return notFound;
}
