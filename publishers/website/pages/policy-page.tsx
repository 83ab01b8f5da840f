import { semanticHtml } from '../../article/semantic-html';
import { readMarkdown } from '../../article/markdown';
import type { PolicySnapshot } from '../../content';
import { chinaDay } from '../china-time';
import { readClauses } from '../clauses';
import type { Part } from '../clauses';
import type { Frame } from '../frame';
import { legislation } from '../json-ld/legislation';
import { mentionAnchor } from '../link-clauses';
import { Html } from '../main/html';
import { CardList } from '../parts/card-list';
import { JsonLd } from '../parts/json-ld';
import { OriginalLink } from '../parts/original-link';
import { Phrases } from '../parts/phrases';
import { ValidityChip } from '../parts/validity-chip';
import { ValidityNotice } from '../parts/validity-notice';
import { policyMarks } from '../policy-marks';
import { shell } from '../shell';
import type { Standing } from '../standing';
import { explainerPath, policyListPath, policyPath } from '../state/card';
import type { Explained, PolicyState } from '../state/policy';

/**
 * The document itself: how it stands today, its facts, its clauses with anchors, and the explainers beside the clauses
 * they speak of.
 */
export function policyPage(
  { site, siteUrl }: Frame,
  { policy, explainers, lists }: PolicyState,
  standing: Standing,
): string {
  const parts = readClauses(policy.body);
  const { validity, effectiveOn, expiresOn } = standing;
  /** As it stands, whatever the version said that it was explained by. */
  const today: PolicySnapshot = { ...policy, validity, effectiveOn, expiresOn };
  return shell({
    title: policy.title,
    description: `${policy.issuers.join('、')}${policy.docNumber}《${policy.title}》全文与解读`,
    path: policyPath(policy.id),
    siteUrl,
    site,
    meta: policyMarks(site),
    head: <JsonLd data={legislation(today, siteUrl)} />,
    breadcrumb: [{ title: '首页', href: '/' }],
    bodyClass: 'page-policy',
    main: (
      <article class="policy">
        <header class="policy-head">
          <p class="kicker">
            政策文件 <ValidityChip validity={standing.validity} />
          </p>
          <h1 class="phrases">
            <Phrases text={policy.title} />
          </h1>
          <ValidityNotice standing={standing} />
          <Facts policy={today} />
        </header>
        {explainers.length > 0 && (
          <section class="policy-explainers" aria-labelledby="explainers-title">
            <h2 id="explainers-title">这份文件的解读</h2>
            <CardList cards={explainers} heading="h3" />
            {lists !== null && (
              <p>
                <a href={policyListPath(policy.id, lists.newest)}>全部 {lists.count} 篇解读</a>
              </p>
            )}
          </section>
        )}
        <section class="policy-text prose" aria-labelledby="text-title">
          <h2 id="text-title">文件正文</h2>
          {parts.length === 0 ? (
            <p class="empty">正文见发布机关原文。</p>
          ) : (
            <Text policy={policy.id} parts={parts} explainers={explainers} />
          )}
        </section>
      </article>
    ),
  });
}

function Facts({ policy }: { readonly policy: PolicySnapshot }) {
  const rows: readonly (readonly [string, string | null])[] = [
    ['发文字号', policy.docNumber],
    ['发文机关', policy.issuers.join('、')],
    ['体裁', policy.genre],
    ['成文日期', policy.signedOn && chinaDay(policy.signedOn)],
    ['公开日期', policy.disclosedOn && chinaDay(policy.disclosedOn)],
    ['施行日期', policy.effectiveOn && chinaDay(policy.effectiveOn)],
    ['有效期至', policy.expiresOn && chinaDay(policy.expiresOn)],
  ];
  return (
    <>
      <dl class="facts">
        {rows
          .filter(([, value]) => value !== null && value !== '')
          .map(([term, value]) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
      <p class="policy-original">
        <OriginalLink address={policy.sourceUrl} />
      </p>
    </>
  );
}

function Text(props: {
  readonly policy: string;
  readonly parts: readonly Part[];
  readonly explainers: readonly Explained[];
}) {
  const { policy, parts, explainers } = props;
  return (
    <>
      {parts.map((part) =>
        part.clause === null ? (
          <Html key={part.anchor} class="policy-between" html={markdown(part)} />
        ) : (
          <section key={part.anchor} class="clause" id={part.anchor}>
            <p class="clause-number">
              <a href={`#${part.anchor}`}>{part.clause}</a>
            </p>
            <div class="clause-body">
              <Html html={markdown(part)} />
              <Beside policy={policy} clause={part.clause} anchor={part.anchor} explainers={explainers} />
            </div>
          </section>
        ),
      )}
    </>
  );
}

/** What explainers say of a clause; opens beneath it. */
function Beside(props: {
  readonly policy: string;
  readonly clause: string;
  readonly anchor: string;
  readonly explainers: readonly Explained[];
}) {
  const { policy, clause, anchor, explainers } = props;
  const said = explainers.flatMap((explainer) =>
    explainer.mentions.filter((mention) => mention.clause === clause).map(({ sentence }) => ({ explainer, sentence })),
  );
  if (said.length === 0) return null;
  return (
    <details class="beside">
      <summary>这一条的解读</summary>
      {said.map(({ explainer, sentence }) => (
        <p key={`${explainer.id} ${sentence}`}>
          {sentence} <a href={`${explainerPath(explainer.id)}#${mentionAnchor(policy, anchor)}`}>{explainer.title}</a>
        </p>
      ))}
    </details>
  );
}

const markdown = (part: Part): string => semanticHtml(readMarkdown(part.text, () => null, part.anchor).blocks);
