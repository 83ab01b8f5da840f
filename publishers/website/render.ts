import { toArticle } from '../article/article';
import type { Account, Mode, Rendition, Version } from '../contract';
import { filesOf } from './files-of';
import { mainHtml } from './main/main';
import type { SitePayload } from './payload';
import { siteOf } from './settings';
import { explainerPath } from './state/card';

/** What the website receives for a version. Pure: no clock, no file, no machine in it. */
export function render(version: Version, account: Account, mode: Mode): Rendition<SitePayload> {
  const { content } = version;
  return {
    publisher: 'website',
    account: account.name,
    version: version.id,
    mode,
    title: content.title,
    payload: {
      explainer: version.explainer,
      version: version.id,
      number: version.number,
      content,
      main: mainHtml(toArticle(version)),
      siteUrl: account.siteUrl,
      site: siteOf(account),
    },
    media: filesOf(content),
    counters: [],
    canonicalUrl: `${account.siteUrl}${explainerPath(version.explainer)}`,
  };
}
