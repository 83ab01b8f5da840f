import { useRBAC } from '@strapi/strapi/admin';

const RIGHTS = ['sign', 'plan', 'manage', 'comment', 'accounts'] as const;

/** Strapi's `Permission` is a stored row; only the action is compared. */
const PERMISSIONS = RIGHTS.map((right) => ({
  id: right,
  action: `api::publishing.${right}`,
  actionParameters: {},
  subject: null,
  properties: {},
  conditions: [],
}));

export interface Rights {
  readonly maySign: boolean;
  readonly mayPlan: boolean;
  readonly mayManage: boolean;
  readonly mayComment: boolean;
  readonly mayAccounts: boolean;
}

/** What the person at the screen may do. The server checks again. */
export function useRights(): Rights {
  const { allowedActions } = useRBAC(PERMISSIONS);
  return {
    maySign: allowedActions['canSign'] ?? false,
    mayPlan: allowedActions['canPlan'] ?? false,
    mayManage: allowedActions['canManage'] ?? false,
    mayComment: allowedActions['canComment'] ?? false,
    mayAccounts: allowedActions['canAccounts'] ?? false,
  };
}
