import { z } from 'zod';
import { deliveryShape, idAnswer } from '../../../src/automation/shapes';
import type { Client } from '../../integration/product/client';
import { allPublished, plan, sign } from '../../integration/product/publish-samples';
import { shared } from '../../integration/product/samples';
import { waitFor } from '../../integration/product/wait-for';

/** A host that is none of government's. */
export const OUTSIDE = 'maps.example.com';

/** Publishes a text on the website alone, with a link that leaves the sites of government. @returns its delivery's id and its path */
export async function publishPiece(api: Client, policy: string, title: string) {
  const { id } = await api.ask(idAnswer, 'POST', '/explainers', {
    body: { ...shared('text', title, { policy }), body: `怎么去，见[路线图](https://${OUTSIDE}/route)。` },
  });
  const { version } = await sign(api, id);
  await plan(api, id, version, 'now', ['website']);
  const [delivery] = await allPublished(api, id);
  if (!delivery) throw new Error('nothing was planned');
  return { delivery: delivery.id, path: `/explainers/${id}/` };
}

/** Publishes a text and takes it back. @returns its path */
export async function takeBack(api: Client, policy: string, kind: 'withdrawn' | 'gone'): Promise<string> {
  const { delivery, path } = await publishPiece(api, policy, `写错了的一篇（${kind}）`);
  await api.ask(z.unknown(), 'POST', `/deliveries/${delivery}/withdraw`, { body: { reason: '数字有误', kind } });
  await waitFor(`${path} taken back`, async () => {
    const { state } = await api.ask(deliveryShape, 'GET', `/deliveries/${delivery}`);
    return state === 'withdrawn';
  });
  return path;
}
