import { CATEGORY_TITLES } from '../../content';
import type { Content } from '../../content';
import { chinaDateTime } from '../china-time';
import type { Frame } from '../frame';
import { shell } from '../shell';
import { explainerPath, policyPath, topicPath } from '../state/card';

export interface Withdrawn {
  readonly explainer: string;
  readonly content: Pick<Content, 'title' | 'category' | 'policies'>;
  readonly at: string;
  readonly reason: string;
}

/** What stands where a withdrawn explainer stood: what happened, when, why, and where to read on. */
export function gonePage({ site, siteUrl }: Frame, { explainer, content, at, reason }: Withdrawn): string {
  const column = CATEGORY_TITLES[content.category];
  return shell({
    title: '这篇解读已撤下',
    description: `《${content.title}》已撤下。`,
    path: explainerPath(explainer),
    siteUrl,
    site,
    head: <meta name="robots" content="noindex" />,
    breadcrumb: [
      { title: '首页', href: '/' },
      { title: column, href: topicPath(content.category) },
    ],
    bodyClass: 'page-message',
    main: (
      <section class="message">
        <p class="message-mark message-mark-withdrawn">已撤下</p>
        <h1>这篇解读已撤下</h1>
        <p>
          《{content.title}》于 <time dateTime={at}>{chinaDateTime(at)}</time> 撤下，请不要再引用它的内容。
        </p>
        {reason !== '' && (
          <dl class="facts">
            <div>
              <dt>撤下原因</dt>
              <dd>{reason}</dd>
            </div>
          </dl>
        )}
        <h2>您可以接着看</h2>
        <ul class="message-ways">
          {content.policies.map((policy) => (
            <li key={policy.id}>
              <a href={policyPath(policy.id)}>《{policy.title}》原文</a>
            </li>
          ))}
          <li>
            <a href={topicPath(content.category)}>{column}方面的其他解读</a>
          </li>
          <li>
            <a href="/search">查找其他内容</a>
          </li>
        </ul>
        <p class="muted">仍有疑问，请联系 {site.contact}</p>
      </section>
    ),
  });
}
