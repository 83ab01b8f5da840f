import type { Article } from '../../article/article';
import { chinaDay } from '../china-time';
import { OriginalLink } from '../parts/original-link';
import { ValidityChip } from '../parts/validity-chip';
import { policyPath } from '../state/card';

/** The documents that are explained: number, issuer, validity, and the way to the full text. */
export function PolicyCards({ article }: { readonly article: Article }) {
  if (article.policies.length === 0) return null;
  return (
    <section class="policy-cards" aria-labelledby="policies-title">
      <h2 id="policies-title">解读的文件</h2>
      {article.policies.map((policy) => (
        <div key={policy.id} class="policy-card">
          <p class="policy-card-title">
            <a href={policyPath(policy.id)}>{policy.title}</a> <ValidityChip validity={policy.validity} />
          </p>
          <p class="policy-card-facts">
            {[
              policy.docNumber,
              policy.issuers.join('、'),
              policy.effectiveOn && `${chinaDay(policy.effectiveOn)}起施行`,
              policy.expiresOn && `有效期至${chinaDay(policy.expiresOn)}`,
            ]
              .filter((fact) => fact !== null && fact !== '')
              .map((fact) => (
                <span key={fact}>{fact}</span>
              ))}
          </p>
          <p class="policy-card-links">
            <a href={policyPath(policy.id)}>逐条看原文</a>
            <OriginalLink address={policy.sourceUrl} />
          </p>
        </div>
      ))}
    </section>
  );
}
