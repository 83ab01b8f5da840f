import type { LegalForceStatus, Legislation } from 'schema-dts';
import type { PolicySnapshot } from '../../content';
import { policyPath } from '../state/card';

const FORCE: Readonly<Record<PolicySnapshot['validity'], LegalForceStatus>> = {
  现行有效: 'https://schema.org/InForce',
  尚未施行: 'https://schema.org/NotInForce',
  // What has been amended is in force, in its new wording.
  已修改: 'https://schema.org/InForce',
  部分失效: 'https://schema.org/PartiallyInForce',
  废止: 'https://schema.org/NotInForce',
  失效: 'https://schema.org/NotInForce',
};

/** A policy document. @see https://schema.org/Legislation */
export const legislation = (policy: PolicySnapshot, siteUrl: string) =>
  ({
    '@type': 'Legislation',
    '@id': `${siteUrl}${policyPath(policy.id)}`,
    name: policy.title,
    legislationIdentifier: policy.docNumber,
    legislationType: policy.genre ?? undefined,
    legislationDate: policy.signedOn ?? undefined,
    datePublished: policy.disclosedOn ?? undefined,
    legislationDateOfApplicability: policy.effectiveOn ?? undefined,
    expires: policy.expiresOn ?? undefined,
    legislationLegalForce: FORCE[policy.validity],
    legislationPassedBy: policy.issuers.map((name) => ({ '@type': 'GovernmentOrganization' as const, name })),
    inLanguage: 'zh-Hans',
    url: `${siteUrl}${policyPath(policy.id)}`,
    sameAs: policy.sourceUrl ?? undefined,
  }) satisfies Legislation;
