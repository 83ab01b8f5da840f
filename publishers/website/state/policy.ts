import { z } from 'zod';
import { policySnapshot } from '../../content';
import type { Change } from '../changes';
import type { Places } from '../places';
import { card } from './card';
import { readState } from './read-state';

/** A clause that an explainer speaks of, and the sentence in which it does. */
export const clauseMention = z.object({ clause: z.string(), sentence: z.string() });
export type ClauseMention = z.infer<typeof clauseMention>;

export const explained = card.extend({ mentions: z.array(clauseMention) });
export type Explained = z.infer<typeof explained>;

/** A policy document and the explainers that explain it. */
export const policyState = z.object({
  policy: policySnapshot,
  /** When the publication that brought this snapshot began: a newer snapshot replaces an older one. */
  asOf: z.iso.datetime(),
  /** The newest, as many as its page shows. */
  explainers: z.array(explained),
  /** All of them, in numbered lists, once there are more than that. */
  lists: z
    .object({ newest: z.number().int().positive(), count: z.number().int().nonnegative() })
    .nullable()
    .default(null),
  sitemap: z.number().int().positive().nullable(),
  /** Its part of the open data. */
  openData: z.number().int().positive().nullable().default(null),
});
export type PolicyState = z.infer<typeof policyState>;

const policyName = (id: string): string => `policies/${id}.json`;

export const readPolicy = (places: Places, id: string): Promise<PolicyState | null> =>
  readState(places, policyName(id), policyState);

export const policyChange = (value: PolicyState): Change => ({
  in: 'state',
  name: policyName(value.policy.id),
  data: JSON.stringify(value),
});
