import { adminApi } from '@strapi/strapi/admin';
import * as shapes from './shapes';

/** The server's routes for what readers of the site answered. */
const feedbackApi = adminApi.injectEndpoints({
  endpoints: (build) => ({
    feedback: build.query<shapes.Feedback, string>({
      query: (explainer) => `/mingbai/feedback/${explainer}`,
      transformResponse: (answer: unknown) => shapes.feedback.parse(answer),
    }),
    feedbackList: build.query<shapes.FeedbackList, undefined>({
      query: () => '/mingbai/feedback',
      transformResponse: (answer: unknown) => shapes.feedbackList.parse(answer),
    }),
  }),
});

export const { useFeedbackQuery, useFeedbackListQuery } = feedbackApi;
