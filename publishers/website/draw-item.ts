import { momentsOf } from './card-of';
import type { Frame } from './frame';
import { explainerPage } from './pages/explainer-page';
import { removalPage } from './pages/removal-page';
import type { Places } from './places';
import { readStandings } from './standing';
import type { Item } from './state/item';
import { surroundingsOf } from './surroundings';

/**
 * The page of an explainer as the site should show it on a day: from what was signed, with the marks that the site has
 * now, and its documents as they stand. Null before its first publication is complete.
 *
 * @param today `YYYY-MM-DD` in China
 */
export async function drawItem(places: Places, frame: Frame, item: Item, today: string): Promise<string | null> {
  const { live, withdrawn } = item;
  if (!live) return null;
  if (withdrawn) return removalPage(frame, { explainer: item.id, content: live.payload.content, ...withdrawn });
  const payload = { ...live.payload, site: frame.site, siteUrl: frame.siteUrl };
  const standings = await readStandings(places, payload.content.policies, today);
  return explainerPage({ ...live, payload }, momentsOf(item, payload.number), standings, surroundingsOf(item));
}
