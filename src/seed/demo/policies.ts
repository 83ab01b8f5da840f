import type { DemoPolicy } from './demo-policy';
import { localPolicies } from './local-policies';
import { nationalPolicies } from './national-policies';

export const policies: readonly DemoPolicy[] = [...nationalPolicies, ...localPolicies];
