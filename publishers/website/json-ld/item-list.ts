import type { CollectionPage } from 'schema-dts';
import type { Frame } from '../frame';
import { explainerPath } from '../state/card';
import type { Card } from '../state/card';
import { organisation } from './organisation';

/** A page that lists explainers, in the order in which it shows them. */
export const itemList = (
  frame: Frame,
  { name, path, cards }: { readonly name: string; readonly path: string; readonly cards: readonly Card[] },
): CollectionPage => ({
  '@type': 'CollectionPage',
  name,
  url: `${frame.siteUrl}${path}`,
  inLanguage: 'zh-Hans',
  publisher: organisation(frame),
  mainEntity: {
    '@type': 'ItemList',
    numberOfItems: cards.length,
    itemListElement: cards.map(({ id, title }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name: title,
      url: `${frame.siteUrl}${explainerPath(id)}`,
    })),
  },
});
