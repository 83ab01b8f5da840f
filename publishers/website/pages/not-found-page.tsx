import type { Frame } from '../frame';
import { SearchForm } from '../parts/search-form';
import { messagePage } from './message-page';

/** Served with status 404 for every address that nothing has. */
export const notFoundPage = (frame: Frame): string =>
  messagePage(frame, {
    title: '没有找到这个页面',
    description: '这个地址没有内容。',
    path: '/404.html',
    mark: '404',
    children: (
      <>
        <p>地址可能抄错了一个字。已发布的解读地址不会变，撤下的解读会在原处说明。</p>
        <SearchForm questions={frame.site.questions} />
        <ul class="message-ways">
          <li>
            <a href="/">回首页看最新解读</a>
          </li>
        </ul>
      </>
    ),
  });
