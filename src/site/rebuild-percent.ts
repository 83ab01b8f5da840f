import type { Product } from '../assembly';
import { readRebuild } from '../../publishers/website/state/rebuild';

/** How far a rebuild of the site has come, 0 to 99; null while none is under way. */
export async function rebuildPercent({ publishing: { paths } }: Pick<Product, 'publishing'>): Promise<number | null> {
  const state = await readRebuild({ site: paths.site, state: paths.siteState });
  return state && state.pass !== 'done' ? state.percent : null;
}
