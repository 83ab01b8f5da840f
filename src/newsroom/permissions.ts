/** What staff may be allowed beside Strapi's own permissions. `uid` becomes `api::<uid>`. */
export const ACTIONS = [
  { uid: 'publishing.read', displayName: '查看渠道稿、投放和账号' },
  { uid: 'publishing.sign', displayName: '签发定稿' },
  { uid: 'publishing.plan', displayName: '排定发布计划' },
  { uid: 'publishing.manage', displayName: '处理投放、撤稿、冻结' },
  { uid: 'publishing.comment', displayName: '回复、精选、删除读者留言' },
  { uid: 'publishing.accounts', displayName: '管理渠道账号和凭证' },
] as const;

export const CONTENT = ['api::explainer.explainer', 'api::policy.policy'] as const;

interface RoleDefinition {
  readonly code: string;
  readonly name: string;
  readonly description: string;
  /** Content-manager deeds on explainers and policies. */
  readonly content: readonly ('create' | 'read' | 'update' | 'delete')[];
  readonly actions: readonly string[];
}

const LIBRARY = [
  'plugin::upload.read',
  'plugin::upload.assets.create',
  'plugin::upload.assets.update',
  'plugin::upload.assets.download',
  'plugin::upload.assets.copy-link',
];

/** Roles as code: who writes may not sign, who signs may not manage the system. */
export const ROLES: readonly RoleDefinition[] = [
  {
    code: 'mingbai-clerk',
    name: '撰稿',
    description: '撰写解读，查看渠道稿和投放',
    content: ['create', 'read', 'update'],
    actions: [...LIBRARY, 'api::publishing.read'],
  },
  {
    code: 'mingbai-editor',
    name: '编辑',
    description: '审核、签发、排期，处理投放和留言，管理渠道账号',
    content: ['create', 'read', 'update', 'delete'],
    actions: [
      ...LIBRARY,
      'api::publishing.read',
      'api::publishing.sign',
      'api::publishing.plan',
      'api::publishing.manage',
      'api::publishing.comment',
      'api::publishing.accounts',
    ],
  },
];
