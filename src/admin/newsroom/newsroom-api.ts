import { adminApi } from '@strapi/strapi/admin';
import { z } from 'zod';
import * as shapes from './shapes';

export interface DeliveryFilter {
  /** Several are joined by commas; empty = every state. */
  readonly states: readonly string[];
  readonly account?: string | undefined;
  readonly limit: number;
}

export interface PlannedDelivery {
  readonly account: string;
  /** An instant with offset, or `now`; left out where `after` gives the time. */
  readonly at?: string;
  readonly mode: shapes.Mode;
  /** So long after the receipt of another account; `delay` as an ISO 8601 duration. */
  readonly after?: { readonly account: string; readonly delay: string };
}

/**
 * The server's `/mingbai` routes as queries that share one cache: the three panels of an explainer and the board ask
 * once, and every act makes all of them look again. The answers are small and about the same few rows, so one tag
 * serves them all.
 */
export const newsroomApi = adminApi.enhanceEndpoints({ addTagTypes: ['Newsroom'] }).injectEndpoints({
  endpoints: (build) => ({
    explainer: build.query<shapes.Explainer, string>({
      query: (id) => `/mingbai/explainers/${id}`,
      transformResponse: (answer: unknown) => shapes.explainer.parse(answer),
      providesTags: ['Newsroom'],
    }),
    /** `savedAt` is not sent: it makes what was shown before the last saving a different answer. */
    renditions: build.query<readonly shapes.Rendition[], { readonly id: string; readonly savedAt: string }>({
      query: ({ id }) => `/mingbai/explainers/${id}/renditions`,
      transformResponse: (answer: unknown) => z.array(shapes.rendition).parse(answer),
    }),
    sign: build.mutation<z.infer<typeof shapes.signed>, { readonly id: string; readonly revision: number }>({
      query: ({ id, revision }) => ({ url: `/mingbai/explainers/${id}/sign`, method: 'POST', data: { revision } }),
      transformResponse: (answer: unknown) => shapes.signed.parse(answer),
      invalidatesTags: ['Newsroom'],
    }),
    plan: build.mutation<
      unknown,
      { readonly id: string; readonly version: string; readonly deliveries: readonly PlannedDelivery[] }
    >({
      query: ({ id, ...data }) => ({ url: `/mingbai/explainers/${id}/plan`, method: 'POST', data }),
      invalidatesTags: ['Newsroom'],
    }),
    deliveries: build.query<shapes.DeliveryPage, DeliveryFilter>({
      query: ({ states, account, limit }) => ({
        url: '/mingbai/deliveries',
        config: {
          params: {
            ...(states.length > 0 ? { state: states.join(',') } : {}),
            ...(account ? { account } : {}),
            limit,
          },
        },
      }),
      transformResponse: (answer: unknown) => shapes.deliveryPage.parse(answer),
      providesTags: ['Newsroom'],
    }),
    delivery: build.query<shapes.Delivery, string>({
      query: (id) => `/mingbai/deliveries/${id}`,
      transformResponse: (answer: unknown) => shapes.delivery.parse(answer),
      providesTags: ['Newsroom'],
    }),
    act: build.mutation<unknown, { readonly id: string; readonly verb: string; readonly body: object }>({
      query: ({ id, verb, body }) => ({ url: `/mingbai/deliveries/${id}/${verb}`, method: 'POST', data: body }),
      invalidatesTags: ['Newsroom'],
    }),
    accounts: build.query<readonly shapes.Account[], undefined>({
      query: () => '/mingbai/accounts',
      transformResponse: (answer: unknown) => z.array(shapes.account).parse(answer),
      providesTags: ['Newsroom'],
    }),
    status: build.query<shapes.Status, undefined>({
      query: () => '/mingbai/status',
      transformResponse: (answer: unknown) => shapes.status.parse(answer),
      providesTags: ['Newsroom'],
    }),
    freeze: build.mutation<unknown, { readonly reason: string }>({
      query: (data) => ({ url: '/mingbai/freeze', method: 'POST', data }),
      invalidatesTags: ['Newsroom'],
    }),
    unfreeze: build.mutation<unknown, undefined>({
      query: () => ({ url: '/mingbai/freeze', method: 'DELETE' }),
      invalidatesTags: ['Newsroom'],
    }),
    notices: build.query<readonly shapes.Notice[], undefined>({
      query: () => '/mingbai/notices',
      transformResponse: (answer: unknown) => z.array(shapes.notice).parse(answer),
      providesTags: ['Newsroom'],
    }),
    readNotice: build.mutation<unknown, string>({
      query: (id) => ({ url: `/mingbai/notices/${id}/read`, method: 'POST', data: {} }),
      invalidatesTags: ['Newsroom'],
    }),
    questions: build.query<shapes.QuestionList, undefined>({
      query: () => '/mingbai/questions',
      transformResponse: (answer: unknown) => shapes.questionList.parse(answer),
    }),
  }),
});

export const {
  useExplainerQuery,
  useRenditionsQuery,
  useSignMutation,
  usePlanMutation,
  useDeliveriesQuery,
  useDeliveryQuery,
  useActMutation,
  useAccountsQuery,
  useStatusQuery,
  useFreezeMutation,
  useUnfreezeMutation,
  useNoticesQuery,
  useReadNoticeMutation,
  useQuestionsQuery,
} = newsroomApi;
