import type { SearchAction, WebSite, WithActionConstraints } from 'schema-dts';
import type { Frame } from '../frame';
import { organisation } from './organisation';

/** The site itself and how it is searched. */
export function webSite(frame: Frame): WebSite {
  const { site, siteUrl } = frame;
  const search: WithActionConstraints<SearchAction> = {
    '@type': 'SearchAction',
    target: { '@type': 'EntryPoint', urlTemplate: `${siteUrl}/search?q={search_term_string}` },
    'query-input': 'required name=search_term_string',
  };
  return {
    '@type': 'WebSite',
    '@id': `${siteUrl}/#site`,
    name: site.name,
    description: site.description,
    url: `${siteUrl}/`,
    inLanguage: 'zh-Hans',
    publisher: organisation(frame),
    potentialAction: search,
  };
}
