import type { Frame } from '../frame';
import { SearchForm } from '../parts/search-form';
import { shell } from '../shell';

/** Served with status 404 for every address that nothing has. */
export function notFoundPage({ site, siteUrl }: Frame): string {
  return shell({
    title: '没有找到这个页面',
    description: '这个地址没有内容。',
    path: '/404.html',
    siteUrl,
    site,
    head: <meta name="robots" content="noindex" />,
    breadcrumb: [{ title: '首页', href: '/' }],
    bodyClass: 'page-message',
    main: (
      <section class="message">
        <p class="message-mark">404</p>
        <h1>没有找到这个页面</h1>
        <p>地址可能抄错了一个字。已发布的解读地址不会变，撤下的解读会在原处说明。</p>
        <SearchForm questions={site.questions} />
        <ul class="message-ways">
          <li>
            <a href="/">回首页看最新解读</a>
          </li>
        </ul>
      </section>
    ),
  });
}
