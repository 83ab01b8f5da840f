import { newsroomApi } from './newsroom-api';
import * as shapes from './shapes';

/** What is sent for an account; see the server's `account-bodies.ts`. */
export interface AccountBody {
  readonly title?: string;
  readonly credentials?: Readonly<Record<string, string>>;
  readonly settings?: Readonly<Record<string, string | number | boolean | null>>;
  readonly certifiedUntil?: string | null;
}
export interface NewAccountBody extends AccountBody {
  readonly publisher: string;
  readonly name: string;
}
interface Change {
  readonly name: string;
  readonly body: AccountBody;
}
interface Preview {
  readonly publisher: string;
  readonly settings: AccountBody['settings'];
  readonly explainer: string;
}

/** The routes under `/mingbai/accounts`, for those who manage accounts. */
const accountsApi = newsroomApi.injectEndpoints({
  endpoints: (build) => ({
    account: build.query<shapes.AccountDetails, string>({
      query: (name) => `/mingbai/accounts/${name}`,
      transformResponse: (answer: unknown) => shapes.accountDetails.parse(answer),
      providesTags: ['Newsroom'],
    }),
    addAccount: build.mutation<unknown, NewAccountBody>({
      query: (data) => ({ url: '/mingbai/accounts', method: 'POST', data }),
      invalidatesTags: ['Newsroom'],
    }),
    changeAccount: build.mutation<unknown, Change>({
      query: ({ name, body }) => ({ url: `/mingbai/accounts/${name}`, method: 'POST', data: body }),
      invalidatesTags: ['Newsroom'],
    }),
    removeAccount: build.mutation<unknown, string>({
      query: (name) => ({ url: `/mingbai/accounts/${name}`, method: 'DELETE' }),
      invalidatesTags: ['Newsroom'],
    }),
    askAccount: build.mutation<unknown, string>({
      query: (name) => ({ url: `/mingbai/accounts/${name}/ask`, method: 'POST', data: {} }),
      invalidatesTags: ['Newsroom'],
    }),
    makeTrial: build.mutation<{ readonly words: string }, string>({
      query: (name) => ({ url: `/mingbai/accounts/${name}/trial`, method: 'POST', data: {} }),
      transformResponse: (answer: unknown) => shapes.words.parse(answer),
    }),
    showTrial: build.mutation<{ readonly words: string }, { readonly name: string; readonly to: string }>({
      query: ({ name, to }) => ({ url: `/mingbai/accounts/${name}/trial/show`, method: 'POST', data: { to } }),
      transformResponse: (answer: unknown) => shapes.words.parse(answer),
    }),
    removeTrial: build.mutation<{ readonly words: string }, string>({
      query: (name) => ({ url: `/mingbai/accounts/${name}/trial`, method: 'DELETE' }),
      transformResponse: (answer: unknown) => shapes.words.parse(answer),
    }),
    previewSamples: build.query<readonly { readonly explainer: string; readonly title: string }[], undefined>({
      query: () => '/mingbai/account-previews',
      transformResponse: (answer: unknown) => shapes.previewSamples.parse(answer),
    }),
    /** A query although it is a POST: the same choices give the same page. */
    previewAccount: build.query<string, Preview>({
      query: (data) => ({ url: '/mingbai/account-previews', method: 'POST', data }),
      transformResponse: (answer: unknown) => shapes.preview.parse(answer).preview,
    }),
  }),
});

export const {
  useAccountQuery,
  useAddAccountMutation,
  useChangeAccountMutation,
  useRemoveAccountMutation,
  useAskAccountMutation,
  useMakeTrialMutation,
  useRemoveTrialMutation,
  useShowTrialMutation,
  usePreviewSamplesQuery,
  usePreviewAccountQuery,
} = accountsApi;
