import { accountChangesBody, accountPreviewBody, newAccountBody, showTrialBody } from '../accounts/account-bodies';
import { accountDetails, listAccounts } from '../accounts/account-details';
import { addAccount, changeAccount, removeAccount } from '../accounts/change-accounts';
import { previewAccount, previewSamples } from '../accounts/preview-account';
import { askAccount, askAgain, makeTrial, removeTrial, showTrial } from '../accounts/try-account';
import type { Deed, DeedCall } from './deeds';

const nameOf = ({ params }: DeedCall): string => params['name'] ?? '';

/** Accounts: who may publish sees how they are, who manages them changes them. No answer holds a secret. */
export const ACCOUNT_DEEDS: readonly Deed[] = [
  {
    method: 'GET',
    path: '/accounts',
    permission: 'read',
    do: async ({ product }) => ({ body: await listAccounts(product) }),
  },
  {
    method: 'GET',
    path: '/accounts/:name',
    permission: 'accounts',
    do: async (call) => ({ body: await accountDetails(call.product, nameOf(call)) }),
  },
  {
    method: 'POST',
    path: '/accounts',
    permission: 'accounts',
    body: newAccountBody,
    do: async ({ product, body, who }) => {
      const entry = newAccountBody.parse(body);
      await addAccount(product, entry, who);
      await askAccount(product, entry.name);
      return { status: 201, body: await accountDetails(product, entry.name) };
    },
  },
  {
    method: 'POST',
    path: '/accounts/:name',
    permission: 'accounts',
    body: accountChangesBody,
    do: async (call) => {
      const changes = accountChangesBody.parse(call.body);
      await changeAccount(call.product, nameOf(call), changes, call.who);
      // Of other choices the platform does not know; whether the site may go live depends on its own.
      if (changes.credentials ?? (nameOf(call) === 'website' && changes.settings))
        await askAccount(call.product, nameOf(call));
      return { body: await accountDetails(call.product, nameOf(call)) };
    },
  },
  {
    method: 'DELETE',
    path: '/accounts/:name',
    permission: 'accounts',
    do: async (call) => {
      await removeAccount(call.product, nameOf(call), call.who);
      return { body: { removed: true } };
    },
  },
  {
    method: 'POST',
    path: '/accounts/:name/ask',
    permission: 'accounts',
    do: async (call) => {
      await askAgain(call.product, nameOf(call));
      return { body: await accountDetails(call.product, nameOf(call)) };
    },
  },
  {
    method: 'POST',
    path: '/accounts/:name/trial',
    permission: 'accounts',
    do: async (call) => ({ body: await makeTrial(call.product, nameOf(call), call.who) }),
  },
  {
    method: 'DELETE',
    path: '/accounts/:name/trial',
    permission: 'accounts',
    do: async (call) => ({ body: await removeTrial(call.product, nameOf(call), call.who) }),
  },
  {
    method: 'POST',
    path: '/accounts/:name/trial/show',
    permission: 'accounts',
    body: showTrialBody,
    do: async (call) => ({
      body: await showTrial(call.product, nameOf(call), showTrialBody.parse(call.body).to, call.who),
    }),
  },
  {
    method: 'GET',
    path: '/account-previews',
    permission: 'accounts',
    do: async ({ product }) => ({ body: await previewSamples(product) }),
  },
  {
    method: 'POST',
    path: '/account-previews',
    permission: 'accounts',
    body: accountPreviewBody,
    do: async ({ product, body }) => ({
      body: { preview: await previewAccount(product, accountPreviewBody.parse(body)) },
    }),
  },
];
