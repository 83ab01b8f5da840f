import { chinaToday } from './china-time';
import type { Places } from './places';
import { standingOn } from './standing';
import type { Validity } from './standing';
import { readLifecycle } from './state/lifecycle';
import { readPolicy } from './state/policy';
import { readValidityNote } from './state/validity-note';

const EXPLAINER = /^\/explainers\/([A-Za-z0-9_-]{1,128})\/$/;
const POLICY = /^\/policies\/([A-Za-z0-9_-]{1,128})\/$/;

/**
 * What was found, each with what its reader must know first: how the document stands, or the documents that the
 * explainer explains. null while all are plainly in force. A look at one small file for each.
 *
 * @param hits `href`: path from the root of the site
 */
export const withValidity = <H extends { readonly href: string }>(
  places: Places,
  hits: readonly H[],
  now: Date,
): Promise<readonly (H & { readonly validity: Validity | null })[]> =>
  Promise.all(hits.map(async (hit) => ({ ...hit, validity: await validityOf(places, hit.href, now) })));

async function validityOf(places: Places, href: string, now: Date): Promise<Validity | null> {
  const explainer = EXPLAINER.exec(href)?.[1];
  if (explainer !== undefined) return readValidityNote(places, explainer);
  const policy = POLICY.exec(href)?.[1];
  if (policy === undefined) return null;
  const facts = (await readLifecycle(places, policy)) ?? (await readPolicy(places, policy))?.policy;
  const standing = facts && standingOn(facts, chinaToday(now)).validity;
  return standing === undefined || standing === '现行有效' ? null : standing;
}
