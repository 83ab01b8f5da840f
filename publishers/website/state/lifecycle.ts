import type { z } from 'zod';
import { policySnapshot } from '../../content';
import type { Change } from '../changes';
import { safeId } from '../payload';
import type { Places } from '../places';
import { readState } from './read-state';

/**
 * What is true of a policy today, whoever explained it and when: its validity and the days on which that turns. A fact of
 * the policy, not of any signed text, so it needs no signature and wins over what versions say of it.
 */
export const lifecycle = policySnapshot.pick({ validity: true, effectiveOn: true, expiresOn: true });
export type Lifecycle = z.infer<typeof lifecycle>;

const lifecycleName = (policy: string): string => `lifecycles/${safeId.parse(policy)}.json`;

/** null while nobody has told: then what the newest version says counts. */
export const readLifecycle = (places: Places, policy: string): Promise<Lifecycle | null> =>
  readState(places, lifecycleName(policy), lifecycle);

export const lifecycleChange = (policy: string, value: Lifecycle): Change => ({
  in: 'state',
  name: lifecycleName(policy),
  data: JSON.stringify(value),
});
