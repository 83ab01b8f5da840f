import { z } from 'zod';
import type { Product } from '../assembly';
import { requireAccounts } from '../automation/require-accounts';
import { ACTION_BODIES, act, type Action } from '../delivery/actions';
import type { Delivery } from '../delivery/delivery';
import { freeze, freezeBody, freezeState, lift } from '../delivery/freeze';
import { createPlan } from '../delivery/plan';
import { planBody } from '../delivery/plan/plan-body';
import { presentDelivery } from '../delivery/present';
import { Refusal } from '../delivery/refusal';
import { STATES, STOPPABLE } from '../delivery/states';
import { status } from '../delivery/status';
import { markNoticeRead, notices } from '../delivery/notices';
import { hashOf } from '../delivery/hash';
import { punctuality, punctualityQuery } from '../punctuality';
import { ACCOUNT_DEEDS } from './account-deeds';
import { listQuestions, questionsQuery } from '../wechat/list-questions';
import { FEEDBACK_DEEDS } from './feedback-deeds';
import { INSIGHT_DEEDS } from './insight-deeds';

export interface DeedCall {
  readonly product: Product;
  readonly params: Readonly<Record<string, string>>;
  readonly query: unknown;
  readonly body: unknown;
  readonly who: string;
}

/** One thing that staff do in the admin: route, permission and deed. */
export interface Deed {
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly path: string;
  readonly permission: 'read' | 'sign' | 'plan' | 'manage' | 'comment' | 'accounts';
  readonly query?: z.ZodType;
  readonly body?: z.ZodType;
  readonly do: (call: DeedCall) => Promise<{
    readonly status?: number;
    readonly headers?: Readonly<Record<string, string>>;
    readonly body: unknown;
  }>;
}

const filter = z.object({
  state: z.string().optional(),
  account: z.string().optional(),
  explainer: z.string().optional(),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});
const states = z.array(z.enum(STATES));
const signBody = z.strictObject({ revision: z.number().int().nullish() });
/** Deliveries with the words that people know them by. */
async function present(product: Product, deliveries: readonly Delivery[]) {
  const ids = deliveries.map((d) => d.id);
  const [titles, accounts, attempts, numbers] = await Promise.all([
    product.archive.titles(deliveries.map((d) => d.explainer)),
    product.parts.accounts(),
    product.store.attemptsOf(ids),
    product.store.versionNumbers(deliveries.map((d) => d.version)),
  ]);
  const accountTitles = new Map(accounts.map(({ account }) => [account.name, account.title]));
  return deliveries.map((d) => ({
    ...presentDelivery(d, attempts.get(d.id) ?? []),
    explainerTitle: titles.get(d.explainer) ?? '（已删除的解读）',
    accountTitle: accountTitles.get(d.account) ?? d.account,
    versionNumber: numbers.get(d.version) ?? null,
  }));
}

export const DEEDS: readonly Deed[] = [
  {
    method: 'GET',
    path: '/explainers/:id',
    permission: 'read',
    do: async ({ product, params }) => {
      const draft = await product.editorial.draft(params['id'] ?? '');
      const versions = await product.store.versionsOf(draft.id);
      const { items } = await product.store.list({ explainer: draft.id, limit: 200 });
      return {
        body: {
          id: draft.id,
          revision: draft.revision,
          changedSinceSigning: versions.length > 0 && versions.at(-1)?.hash !== hashOf(draft.content),
          versions: versions.map(({ id, number, hash, signedAt, signedBy }) => ({
            id,
            number,
            hash,
            signedAt,
            signedBy,
          })),
          deliveries: await present(product, items),
          checks: product.editorial.check(draft.content),
        },
      };
    },
  },
  {
    method: 'GET',
    path: '/explainers/:id/renditions',
    permission: 'read',
    do: async ({ product, params }) => {
      const made = await product.editorial.renditions(params['id'] ?? '', null);
      return {
        body: made.map(({ rendition, ...m }) => ({
          ...m,
          counters: rendition.counters,
          preview: product.parts.publishers
            .get(m.publisher)
            // Drafts show the library's files: they are not on the site yet.
            ?.preview(
              rendition,
              (ref) =>
                new URL(ref.url.startsWith('/') ? ref.url : `/uploads/${ref.name}`, product.publishing.siteUrl)
                  .pathname,
            ),
        })),
      };
    },
  },
  {
    method: 'POST',
    path: '/explainers/:id/sign',
    permission: 'sign',
    body: signBody,
    do: async ({ product, params, body, who }) => {
      const version = await product.editorial.sign(params['id'] ?? '', signBody.parse(body).revision ?? null, who);
      return { status: 201, body: { version: version.id, number: version.number, hash: version.hash } };
    },
  },
  {
    method: 'POST',
    path: '/explainers/:id/plan',
    permission: 'plan',
    body: planBody,
    do: async ({ product, params, body, who }) => {
      const made = await createPlan(product.parts, { explainer: params['id'] ?? '', ...planBody.parse(body), by: who });
      product.hint();
      return { status: 201, body: { plan: made.plan, deliveries: await present(product, made.deliveries) } };
    },
  },
  {
    method: 'GET',
    path: '/deliveries',
    permission: 'read',
    query: filter,
    do: async ({ product, query }) => {
      const { state, ...rest } = filter.parse(query);
      const wanted = state ? states.parse(state.split(',')) : undefined;
      const { items, total } = await product.store.list({ ...rest, states: wanted });
      return { body: { items: await present(product, items), total } };
    },
  },
  {
    method: 'GET',
    path: '/deliveries/:id',
    permission: 'read',
    do: async ({ product, params }) => {
      const found = await product.store.get(params['id'] ?? '');
      if (!found) throw new Refusal(404, 'delivery.unknown', '没有这条投放。');
      const [one] = await present(product, [found]);
      const dependants = await product.store.dependantsOf(found.id, STOPPABLE);
      return { body: { ...one, dependants: dependants.map(({ account }) => account) } };
    },
  },
  ...Object.keys(ACTION_BODIES).map((action): Deed => ({
    method: 'POST',
    path: `/deliveries/:id/${action}`,
    permission: 'manage',
    do: async ({ product, params, body, who }) => {
      // The keys of ACTION_BODIES are the actions.
      const after = await act(product.parts, params['id'] ?? '', action as Action, body, who);
      product.hint();
      const settled = action === 'withdraw' ? await product.withdrawn(after) : after;
      return { body: (await present(product, [settled]))[0] };
    },
  })),
  ...ACCOUNT_DEEDS,
  {
    method: 'GET',
    path: '/status',
    permission: 'read',
    do: async ({ product }) => ({ body: await status(product.parts) }),
  },
  {
    method: 'GET',
    path: '/punctuality',
    permission: 'read',
    query: punctualityQuery,
    // Parsed by that schema on its way here.
    do: ({ product, query }) => punctuality(product, query as z.output<typeof punctualityQuery>, 'staff'),
  },
  {
    method: 'POST',
    path: '/freeze',
    permission: 'manage',
    body: freezeBody,
    do: async ({ product, body, who }) => {
      const { accounts, reason } = freezeBody.parse(body);
      await requireAccounts(product, accounts ?? []);
      await freeze(product.store, accounts ?? null, reason, who, product.parts.now());
      return { body: { frozen: await freezeState(product.store) } };
    },
  },
  {
    method: 'DELETE',
    path: '/freeze',
    permission: 'manage',
    do: async ({ product, who }) => {
      await lift(product.store, who, product.parts.now());
      product.hint();
      return { body: { frozen: null } };
    },
  },
  {
    method: 'GET',
    path: '/notices',
    permission: 'read',
    do: async ({ product }) => ({ body: await notices(product.store) }),
  },
  {
    method: 'POST',
    path: '/notices/:id/read',
    permission: 'read',
    do: async ({ product, params }) => {
      await markNoticeRead(product.store, params['id'] ?? '', product.parts.now());
      return { body: { read: true } };
    },
  },
  {
    method: 'GET',
    path: '/questions',
    permission: 'read',
    query: questionsQuery,
    do: async ({ product, query }) => ({ body: await listQuestions(product, questionsQuery.parse(query)) }),
  },
  ...INSIGHT_DEEDS,
  ...FEEDBACK_DEEDS,
];
