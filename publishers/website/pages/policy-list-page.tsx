import type { PolicySnapshot } from '../../content';
import type { Frame } from '../frame';
import { CardList } from '../parts/card-list';
import { policyMarks } from '../policy-marks';
import { shell } from '../shell';
import { policyListPath, policyPath } from '../state/card';
import type { Card } from '../state/card';

export interface PolicyListPage {
  readonly policy: Pick<PolicySnapshot, 'id' | 'title'>;
  /** Counted from the oldest page. */
  readonly number: number;
  readonly newest: number;
  readonly cards: readonly Card[];
}

/** Explainers of a document that has more of them than its own page shows. */
export function policyListPage({ site, siteUrl }: Frame, { policy, number, newest, cards }: PolicyListPage): string {
  const title = `《${policy.title}》的解读（第 ${number} 辑）`;
  return shell({
    title,
    description: `${site.name}：《${policy.title}》的解读，第 ${number} 辑。`,
    path: policyListPath(policy.id, number),
    siteUrl,
    site,
    meta: policyMarks(site),
    breadcrumb: [
      { title: '首页', href: '/' },
      { title: policy.title, href: policyPath(policy.id) },
    ],
    bodyClass: 'page-topic',
    main: (
      <>
        <header class="list-head">
          <h1>{title}</h1>
          <p class="muted">编号从最早的一辑数起，内容位置不变</p>
        </header>
        {cards.length === 0 ? <p class="empty">这一辑的解读已全部撤下。</p> : <CardList cards={cards} heading="h2" />}
        <nav class="turning" aria-label="翻页">
          <a rel="prev" href={number < newest ? policyListPath(policy.id, number + 1) : policyPath(policy.id)}>
            较新的解读
          </a>
          {number > 1 && (
            <a rel="next" href={policyListPath(policy.id, number - 1)}>
              较早的解读
            </a>
          )}
        </nav>
      </>
    ),
  });
}
