import { feedbackOn, feedbackQuery, listFeedback } from '../feedback/list-feedback';
import type { Deed } from './deeds';

/** What readers of the site answered, as the newsroom reads it. */
export const FEEDBACK_DEEDS: readonly Deed[] = [
  {
    method: 'GET',
    path: '/feedback',
    permission: 'read',
    do: async ({ product }) => ({ body: await listFeedback(product) }),
  },
  {
    method: 'GET',
    path: '/feedback/:explainer',
    permission: 'read',
    do: async ({ product, params }) => ({ body: await feedbackOn(product, feedbackQuery.parse(params)) }),
  },
];
