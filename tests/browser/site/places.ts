import { z } from 'zod';
import type { Form } from '../../../publishers/content';
import { explainers } from '../../../src/seed/demo';
import { deliveryShape } from '../../../src/automation/shapes';
import { createClient } from '../../integration/product/client';
import { waitFor } from '../../integration/product/wait-for';

/** The demo's own explainer for each form, already public on the first day. */
const OF_FORM: Readonly<Record<Form, string>> = {
  text: 'flexible-text',
  image: 'preschool-image',
  video: 'estates-video',
  interview: 'flexible-interview',
};

const feed = z.object({ items: z.array(z.object({ title: z.string(), url: z.string() })) });

/** Where the page of a form of explainer is, from the root. */
export async function formPath(site: string, form: Form): Promise<string> {
  const title = explainers.find(({ key }) => key === OF_FORM[form])?.title;
  const { items } = feed.parse(await (await fetch(`${site}/feed.json`)).json());
  const item = items.find((each) => each.title === title);
  if (!item) throw new Error(`the demo shows no ${form}: ${title ?? OF_FORM[form]}`);
  return new URL(item.url).pathname;
}

/** Where the policy is that the page of an explainer links to. */
export async function policyPath(site: string, explainer: string): Promise<string> {
  const html = await (await fetch(site + explainer)).text();
  const path = /href="(\/policies\/[^"#]+)/.exec(html)?.[1];
  if (path === undefined) throw new Error(`${explainer} links to no policy`);
  return path;
}

/** Where the demo's live room is, which opens by itself a minute and a half after the first start. */
export const roomPath = (site: string): Promise<string> =>
  waitFor('the live room of the demo', async () => {
    const deliveries = await createClient(site).ask(z.array(deliveryShape), 'GET', '/deliveries?state=published');
    const receipt = deliveries.find(({ account }) => account === 'micro-broadcast')?.receipt;
    return receipt?.url ? new URL(receipt.url).pathname : null;
  });
