import { z } from 'zod';
import { replyBody, type CommentAct } from '../wechat-insight/comments/act-on-comment';
import type { Deed } from './deeds';

/** Without an explainer: the newest of all. */
const ofExplainer = z.object({ explainer: z.string().min(1).max(64).optional() });

/** What changes one comment without more words: method and path below it, and the act. */
const ACTS: readonly (readonly [Deed['method'], string, CommentAct])[] = [
  ['POST', '/elect', 'elect'],
  ['DELETE', '/elect', 'unelect'],
  ['DELETE', '/reply', 'remove-reply'],
  ['DELETE', '', 'remove'],
];

/** Readers' comments and numbers, as the newsroom reads and answers them. */
export const INSIGHT_DEEDS: readonly Deed[] = [
  {
    method: 'GET',
    path: '/comments',
    permission: 'read',
    query: ofExplainer,
    do: async ({ product, query }) => ({
      body: await product.insight.comments(ofExplainer.parse(query).explainer ?? null),
    }),
  },
  {
    method: 'GET',
    path: '/statistics',
    permission: 'read',
    query: ofExplainer,
    do: async ({ product, query }) => ({
      body: await product.insight.statistics(ofExplainer.parse(query).explainer ?? null),
    }),
  },
  {
    method: 'POST',
    path: '/comments/:id/reply',
    permission: 'comment',
    body: replyBody,
    do: async ({ product, params, body, who }) => ({
      body: await product.insight.act(params['id'] ?? '', 'reply', who, replyBody.parse(body).content),
    }),
  },
  ...ACTS.map(([method, path, act]): Deed => ({
    method,
    path: `/comments/:id${path}`,
    permission: 'comment',
    do: async ({ product, params, who }) => ({ body: await product.insight.act(params['id'] ?? '', act, who) }),
  })),
  ...(['open', 'close'] as const).map((deed): Deed => ({
    method: 'POST',
    path: `/deliveries/:id/comments/${deed}`,
    permission: 'comment',
    do: async ({ product, params, who }) => {
      await product.insight.setCommentsOpen(params['id'] ?? '', deed === 'open', who);
      return { body: { open: deed === 'open' } };
    },
  })),
];
