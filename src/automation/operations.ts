import { z } from 'zod';
import type { Product } from '../assembly';
import { ACTION_BODIES, act, type Action } from '../delivery/actions';
import type { Delivery } from '../delivery/delivery';
import { freeze, freezeBody, freezeState, lift } from '../delivery/freeze';
import { createPlan } from '../delivery/plan';
import { planBody } from '../delivery/plan/plan-body';
import { presentDelivery } from '../delivery/present';
import { Refusal } from '../delivery/refusal';
import { STATES } from '../delivery/states';
import { status } from '../delivery/status';
import { acceptUpload } from '../editorial/accept-upload';
import { withOwnPictures } from '../editorial/with-own-pictures';
import { explainerInput, explainerPatch, policyInput, type ExplainerInput } from '../editorial/inputs';
import { punctuality, punctualityQuery } from '../punctuality';
import { broadcastOperations } from './broadcasts';
import { operation, type Operation } from './operation';
import { rebuildPercent } from '../site/rebuild-percent';
import { requireAccounts } from './require-accounts';
import {
  deliveryShape,
  freezeShape,
  idAnswer,
  mediaShape,
  plannedShape,
  problemShape,
  punctualityShape,
  renditionShape,
  statusShape,
} from './shapes';

const created = { description: 'Made', schema: idAnswer };

/** `problems`: pictures of other websites that could not be fetched; the draft is kept all the same. */
const draftAnswer = idAnswer.extend({ revision: z.number(), problems: z.array(problemShape).optional() });

const brought = <T extends Partial<ExplainerInput>>({ archive, publishing }: Product, input: T) =>
  withOwnPictures(input, { hosts: publishing.pictureHosts, addFile: archive.addFile });

const commaList = z
  .string()
  .optional()
  .transform(
    (text) =>
      text
        ?.split(',')
        .map((part) => part.trim())
        .filter((part) => part !== '') ?? null,
  );

const deliveryFilter = z.object({
  explainer: z.string().max(64).optional(),
  state: commaList.pipe(z.array(z.enum(STATES)).nullable()),
  account: z.string().max(64).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(100),
  offset: z.coerce.number().int().min(0).default(0),
});

const content: readonly Operation[] = [
  operation({
    method: 'POST',
    path: '/policies',
    id: 'createPolicy',
    summary: 'Adds a policy document',
    body: policyInput,
    query: null,
    answers: { 201: created },
    handle: async ({ product, body }) => ({ status: 201, body: { id: await product.archive.createPolicy(body) } }),
  }),
  operation({
    method: 'POST',
    path: '/media',
    id: 'createMedia',
    summary: 'Adds a picture or a video; Markdown refers to it by the address in the answer',
    multipart: true,
    body: z.object({ alt: z.string().trim().max(500).default('') }),
    query: null,
    answers: { 201: { description: 'Kept', schema: mediaShape } },
    handle: async ({ product, body, file }) => {
      const accepted = await acceptUpload(file);
      const kept = await product.archive.addFile(accepted, body.alt);
      return {
        status: 201,
        body: { id: String(kept.id), url: kept.url, mime: kept.mime, width: kept.width, height: kept.height },
      };
    },
  }),
  operation({
    method: 'POST',
    path: '/explainers',
    id: 'createExplainer',
    summary: 'Adds an explainer as a draft; pictures in its texts are fetched from allowed websites',
    body: explainerInput,
    query: null,
    answers: { 201: { description: 'Made', schema: draftAnswer } },
    handle: async ({ product, body }) => {
      const { input, problems } = await brought(product, body);
      const id = await product.archive.createExplainer(input);
      return { status: 201, body: { id, revision: 1, ...(problems.length > 0 && { problems }) } };
    },
  }),
  operation({
    method: 'PATCH',
    path: '/explainers/:id',
    id: 'updateExplainer',
    summary: 'Changes fields of a draft; `revision` must be the present one',
    body: explainerPatch,
    query: null,
    answers: { 200: { description: 'Changed', schema: draftAnswer } },
    handle: async ({ product, params, body }) => {
      const id = params['id'] ?? '';
      const { input, problems } = await brought(product, body);
      const revision = await product.archive.updateExplainer(id, input);
      return { status: 200, body: { id, revision, ...(problems.length > 0 && { problems }) } };
    },
  }),
  operation({
    method: 'GET',
    path: '/explainers/:id',
    id: 'readExplainer',
    summary: 'The draft with its revision, its problems and its signed versions',
    body: null,
    query: null,
    answers: {
      200: {
        description: 'The draft',
        schema: z.object({
          id: z.string(),
          revision: z.number(),
          content: z.record(z.string(), z.unknown()),
          problems: z.array(problemShape),
          versions: z.array(
            z.object({ version: z.string(), number: z.number(), hash: z.string(), signedAt: z.string() }),
          ),
        }),
      },
    },
    handle: async ({ product, params }) => {
      const draft = await product.editorial.draft(params['id'] ?? '');
      const versions = await product.store.versionsOf(draft.id);
      return {
        status: 200,
        body: {
          ...draft,
          problems: product.editorial.check(draft.content),
          versions: versions.map((v) => ({ version: v.id, number: v.number, hash: v.hash, signedAt: v.signedAt })),
        },
      };
    },
  }),
  operation({
    method: 'GET',
    path: '/explainers/:id/renditions',
    id: 'readRenditions',
    summary: 'Exactly what each account would receive if the draft were signed now',
    body: null,
    query: z.object({ accounts: commaList }),
    answers: { 200: { description: 'One for each account', schema: z.array(renditionShape) } },
    handle: async ({ product, params, query }) => {
      const made = await product.editorial.renditions(params['id'] ?? '', query.accounts);
      return {
        status: 200,
        body: made.map(({ account, rendition, hash, problems }) => ({ account, rendition, hash, problems })),
      };
    },
  }),
  operation({
    method: 'POST',
    path: '/explainers/:id/sign',
    id: 'signExplainer',
    summary: 'Freezes the draft as a version; signing the same content again answers the same version',
    body: z.strictObject({ revision: z.number().int().min(1).optional() }),
    query: null,
    answers: {
      201: { description: 'Signed', schema: z.object({ version: z.string(), number: z.number(), hash: z.string() }) },
    },
    handle: async ({ product, params, body, who }) => {
      const version = await product.editorial.sign(params['id'] ?? '', body.revision ?? null, who);
      return { status: 201, body: { version: version.id, number: version.number, hash: version.hash } };
    },
  }),
  operation({
    method: 'POST',
    path: '/explainers/:id/plan',
    id: 'planDeliveries',
    summary: 'Plans deliveries of a signed version, all or none; the website goes first',
    body: planBody,
    query: null,
    answers: {
      201: { description: 'Planned', schema: z.object({ plan: z.string(), deliveries: z.array(plannedShape) }) },
    },
    handle: async ({ product, params, body, who }) => {
      const { plan, deliveries } = await createPlan(product.parts, { explainer: params['id'] ?? '', ...body, by: who });
      product.hint();
      return {
        status: 201,
        body: {
          plan,
          deliveries: deliveries.map((d) => ({
            id: d.id,
            account: d.account,
            dueAt: new Date(d.dueAt).toISOString(),
            state: d.state,
            problem: d.problem,
          })),
        },
      };
    },
  }),
];

const shown = async (product: Product, delivery: Delivery) =>
  presentDelivery(delivery, await product.store.attempts(delivery.id));

const deliveries: readonly Operation[] = [
  operation({
    method: 'GET',
    path: '/deliveries',
    id: 'listDeliveries',
    summary: 'Deliveries, newest time first',
    body: null,
    query: deliveryFilter,
    answers: { 200: { description: 'The deliveries', schema: z.array(deliveryShape) } },
    handle: async ({ product, query: { state, ...filter } }) => {
      const { items } = await product.store.list({ ...filter, ...(state && { states: state }) });
      const attempts = await product.store.attemptsOf(items.map(({ id }) => id));
      return { status: 200, body: items.map((d) => presentDelivery(d, attempts.get(d.id) ?? [])) };
    },
  }),
  operation({
    method: 'GET',
    path: '/deliveries/:id',
    id: 'readDelivery',
    summary: 'One delivery with its attempts',
    body: null,
    query: null,
    answers: { 200: { description: 'The delivery', schema: deliveryShape } },
    handle: async ({ product, params }) => {
      const found = await product.store.get(params['id'] ?? '');
      if (!found) throw new Refusal(404, 'delivery.unknown', '没有这条投放。', { delivery: params['id'] });
      return { status: 200, body: await shown(product, found) };
    },
  }),
  ...Object.entries(ACTION_BODIES).map(([action, body]) =>
    operation({
      method: 'POST',
      path: `/deliveries/:id/${action}`,
      id: `${action}Delivery`,
      summary: `${action} a delivery; 409 where its state does not allow it`,
      body: body,
      query: null,
      answers: { 200: { description: 'The delivery afterwards', schema: deliveryShape } },
      handle: async ({ product, params, body: asked, who }) => {
        // The keys of ACTION_BODIES are the actions.
        const after = await act(product.parts, params['id'] ?? '', action as Action, asked, who);
        product.hint();
        const settled = action === 'withdraw' ? await product.withdrawn(after) : after;
        return { status: 200, body: await shown(product, settled) };
      },
    }),
  ),
];

const running: readonly Operation[] = [
  operation({
    method: 'POST',
    path: '/freeze',
    id: 'freeze',
    summary: 'Holds every delivery, or those of some accounts',
    body: freezeBody,
    query: null,
    answers: { 200: { description: 'What is frozen', schema: z.object({ frozen: freezeShape }) } },
    handle: async ({ product, body, who }) => {
      await requireAccounts(product, body.accounts ?? []);
      await freeze(product.store, body.accounts ?? null, body.reason, who, product.parts.now());
      return { status: 200, body: { frozen: await freezeState(product.store) } };
    },
  }),
  operation({
    method: 'DELETE',
    path: '/freeze',
    id: 'lift',
    summary: 'Lifts every freeze',
    body: null,
    query: null,
    answers: { 200: { description: '`frozen` is null: nothing is', schema: z.object({ frozen: freezeShape }) } },
    handle: async ({ product, who }) => {
      await lift(product.store, who, product.parts.now());
      product.hint();
      return { status: 200, body: { frozen: await freezeState(product.store) } };
    },
  }),
  operation({
    method: 'GET',
    path: '/status',
    id: 'readStatus',
    summary: 'Gauges: whether promises are being kept',
    body: null,
    query: null,
    answers: { 200: { description: 'The gauges', schema: statusShape } },
    handle: async ({ product }) => {
      const [gauges, siteRebuild] = await Promise.all([status(product.parts), rebuildPercent(product)]);
      return { status: 200, body: { ...gauges, siteRebuild } };
    },
  }),
  operation({
    method: 'GET',
    path: '/punctuality',
    id: 'readPunctuality',
    summary: 'What was due in a span of at most a year, when it went out, and why it was late',
    body: null,
    query: punctualityQuery,
    answers: {
      200: { description: 'A page with the figures of the span, or a file', schema: punctualityShape, orCsv: true },
    },
    handle: ({ product, query }) => punctuality(product, query, 'programs'),
  }),
];

/** Every call of the automation API. Routes and documentation are made from this table. */
export const OPERATIONS: readonly Operation[] = [...content, ...deliveries, ...broadcastOperations, ...running];
