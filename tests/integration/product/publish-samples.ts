import { join, resolve } from 'node:path';
import { z } from 'zod';
import { FORMS, type Form } from '../../../publishers/content';
import { deliveryShape, idAnswer, mediaShape, plannedShape, renditionShape } from '../../../src/automation/shapes';
import { uploadFile, type Client } from './client';
import { POLICY, SAMPLES, type Given } from './samples';
import { waitFor } from './wait-for';

export const ACCOUNTS = ['website', 'wechat', 'weibo', 'micro-broadcast'] as const;
export type AccountName = (typeof ACCOUNTS)[number];
type Delivery = z.infer<typeof deliveryShape>;

/** One explainer on its way through the automation API, with what was answered on the way. */
export interface Published {
  readonly id: string;
  readonly version: string;
  /** Hash of each account's rendition as it was shown before anybody signed. */
  readonly seen: ReadonlyMap<string, string>;
  readonly deliveries: readonly Delivery[];
  readonly to: (account: AccountName) => Delivery;
}

const MEDIA = resolve(__dirname, '../../../src/seed/media');
export const signedShape = z.object({ version: z.string(), number: z.number(), hash: z.string() });
export const planShape = z.object({ plan: z.string(), deliveries: z.array(plannedShape) });

/** A policy and the files that the samples refer to. */
export async function giveMaterial(api: Client): Promise<Given> {
  const policy = await api.ask(idAnswer, 'POST', '/policies', { body: POLICY });
  const add = (file: string, alt: string) =>
    api.ask(mediaShape, 'POST', '/media', { body: uploadFile(join(MEDIA, file), alt) });
  const picture = await add('insurance-steps.png', '办理三步');
  return {
    policy: policy.id,
    picture,
    poster: await add('pension-poster.png', '视频封面'),
    video: await add('pension.mp4', '字幕视频'),
  };
}

/** An instant some seconds ahead, as people in China write it. */
export const inSeconds = (seconds: number): string =>
  new Date(Date.now() + seconds * 1_000 + 8 * 3_600_000).toISOString().replace(/\.\d+Z$/, '+08:00');

export async function sign(api: Client, explainer: string): Promise<z.infer<typeof signedShape>> {
  return api.ask(signedShape, 'POST', `/explainers/${explainer}/sign`, { body: {} });
}

/** Plans a signed version for the given accounts. */
export async function plan(
  api: Client,
  explainer: string,
  version: string,
  at: string,
  accounts: readonly string[] = ACCOUNTS,
): Promise<z.infer<typeof planShape>> {
  const deliveries = accounts.map((account) => ({ account, at }));
  return api.ask(planShape, 'POST', `/explainers/${explainer}/plan`, { body: { version, deliveries } });
}

export const deliveriesOf = (api: Client, explainer: string): Promise<readonly Delivery[]> =>
  api.ask(z.array(deliveryShape), 'GET', `/deliveries?explainer=${explainer}`);

/** Waits until every delivery of an explainer is published; fails at once where one waits for a person. */
export const allPublished = (api: Client, explainer: string): Promise<readonly Delivery[]> =>
  waitFor(`deliveries of ${explainer}`, async () => {
    const deliveries = await deliveriesOf(api, explainer);
    const stuck = deliveries.find((d) => ['rejected', 'missed', 'manual', 'uncertain'].includes(d.state));
    if (stuck) throw new Error(`a delivery is stuck: ${JSON.stringify(stuck)}`);
    return deliveries.every((d) => d.state === 'published') && deliveries;
  });

/** One explainer of each form: written, looked at, signed, planned a few seconds ahead for all accounts, waited for. */
export async function publishSamples(api: Client, given: Given): Promise<Readonly<Record<Form, Published>>> {
  const signed = await Promise.all(
    FORMS.map(async (form) => {
      const { id } = await api.ask(idAnswer, 'POST', '/explainers', { body: SAMPLES[form](given) });
      const shown = await api.ask(z.array(renditionShape), 'GET', `/explainers/${id}/renditions`);
      const { version } = await sign(api, id);
      return { form, id, version, seen: new Map(shown.map(({ account, hash }) => [account, hash])) };
    }),
  );
  const at = inSeconds(4);
  for (const { id, version } of signed) await plan(api, id, version, at);
  const published = await Promise.all(
    signed.map(async ({ form, ...one }) => [form, follow({ ...one, deliveries: await allPublished(api, one.id) })]),
  );
  // The forms were walked one by one, so every one of them is there.
  return Object.fromEntries(published) as Record<Form, Published>;
}

function follow(one: Omit<Published, 'to'>): Published {
  return {
    ...one,
    to: (account) => {
      const found = one.deliveries.find((d) => d.account === account);
      if (!found) throw new Error(`nothing was planned for ${account}`);
      return found;
    },
  };
}
