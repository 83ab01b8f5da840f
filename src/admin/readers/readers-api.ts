import { adminApi } from '@strapi/strapi/admin';
import { COMMENT_REQUESTS, type CommentAct } from './comment-requests';
import * as shapes from './shapes';

interface Change {
  readonly id: string;
  readonly act: CommentAct;
  /** Of a reply. */
  readonly content?: string;
}

/** The server's routes for readers' comments and numbers. Every act makes the comments be read again. */
const readersApi = adminApi.enhanceEndpoints({ addTagTypes: ['Readers'] }).injectEndpoints({
  endpoints: (build) => ({
    comments: build.query<shapes.Comments, string>({
      query: (explainer) => ({ url: '/mingbai/comments', config: { params: { explainer } } }),
      transformResponse: (answer: unknown) => shapes.comments.parse(answer),
      providesTags: ['Readers'],
    }),
    statistics: build.query<shapes.Statistics, string>({
      query: (explainer) => ({ url: '/mingbai/statistics', config: { params: { explainer } } }),
      transformResponse: (answer: unknown) => shapes.statistics.parse(answer),
    }),
    changeComment: build.mutation<unknown, Change>({
      query: ({ id, act, content }) => {
        const [method, path] = COMMENT_REQUESTS[act];
        return { url: `/mingbai/comments/${id}${path}`, method, ...(method === 'POST' ? { data: { content } } : {}) };
      },
      invalidatesTags: ['Readers'],
    }),
    openComments: build.mutation<unknown, { readonly delivery: string; readonly open: boolean }>({
      query: ({ delivery, open }) => ({
        url: `/mingbai/deliveries/${delivery}/comments/${open ? 'open' : 'close'}`,
        method: 'POST',
        data: {},
      }),
      invalidatesTags: ['Readers'],
    }),
  }),
});

export const { useCommentsQuery, useStatisticsQuery, useChangeCommentMutation, useOpenCommentsMutation } = readersApi;
