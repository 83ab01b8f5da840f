import type { Product } from '../assembly';
import type { Account } from '../../publishers/contract';
import { Refusal } from '../delivery/refusal';
import type { AccountPreview } from './account-bodies';
import { kindOf } from './account-kinds';
import { enteredSettings } from './entries';

/** How many signed explainers are offered to look at. */
const OFFERED = 20;
/** Deliveries that are looked through for them: each explainer has several. */
const LOOKED = 100;

/** Signed explainers with which choices can be looked at, newest first. */
export async function previewSamples(product: Product) {
  const { items } = await product.store.list({ kind: 'publish', limit: LOOKED });
  const ids = [...new Set(items.map(({ explainer }) => explainer))];
  const titles = await product.archive.titles(ids);
  return ids
    .flatMap((explainer) => {
      const title = titles.get(explainer);
      return title === undefined ? [] : [{ explainer, title }];
    })
    .slice(0, OFFERED);
}

/** What an account with these choices would publish of an explainer, as a document for a phone frame. */
export async function previewAccount(product: Product, entry: AccountPreview): Promise<string> {
  const { publisher: name, settings, explainer } = entry;
  const publisher = product.parts.publishers.get(name);
  const kind = kindOf(name);
  const version = (await product.store.versionsOf(explainer)).at(-1);
  if (!publisher || !kind || !version) {
    throw new Refusal(404, 'explainer.unknown', '没有这篇已签发的解读，请另选一篇。');
  }
  const account: Account = {
    name: 'preview',
    publisher: name,
    title: '预览',
    siteUrl: product.publishing.siteUrl,
    settings: enteredSettings(kind, {}, settings),
  };
  const rendition = publisher.render(version, account, 'publish');
  return publisher.preview(
    rendition,
    (ref) =>
      // As in the panels: drafts show the library's files, which may not be on the site yet.
      new URL(ref.url.startsWith('/') ? ref.url : `/uploads/${ref.name}`, product.publishing.siteUrl).pathname,
  );
}
