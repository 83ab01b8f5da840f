import type { Content } from '../../publishers/content';
import type { Problem } from '../../publishers/problem';
import { parseDocNumber } from './doc-number';

/** Problems with the policies behind an explainer: their numbers are what readers and inspectors look them up by. */
export function checkPolicies(content: Content, now: Date): readonly Problem[] {
  return content.policies.flatMap((policy, index): Problem[] => {
    if (policy.docNumber === '' || parseDocNumber(policy.docNumber, now.getUTCFullYear())) return [];
    return [
      {
        code: 'policy.doc-number',
        kind: 'input',
        severity: 'warning',
        what: `政策文件“${policy.title}”的发文字号“${policy.docNumber}”写法不对。`,
        next: '请按“国办发〔2025〕27号”的写法改正。',
        field: `policies.${index}`,
      },
    ];
  });
}
