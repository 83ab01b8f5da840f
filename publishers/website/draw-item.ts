import type { Frame } from './frame';
import { momentsOf } from './moments';
import { explainerPage } from './pages/explainer-page';
import { removalPage } from './pages/removal-page';
import type { Item } from './state/item';

/**
 * The page of an explainer as the site should show it now: from what was signed, with the marks that the site has
 * today. Null before its first publication is complete.
 */
export function drawItem(frame: Frame, item: Item): string | null {
  const { live, withdrawn } = item;
  if (!live) return null;
  if (withdrawn) return removalPage(frame, { explainer: item.id, content: live.payload.content, ...withdrawn });
  const payload = { ...live.payload, site: frame.site, siteUrl: frame.siteUrl };
  return explainerPage({ ...live, payload }, momentsOf(item, payload.number));
}
