/**
 * What the platform's check before publishing may say of a draft. A draft that the editor has saved by itself can be
 * neither published nor pushed.
 * Source: https://developers.weixin.qq.com/doc/subscription/api/public/api_freepublish_submit.html
 */
export const DRAFT_CHECKS = {
  passes: { title: '通过', publish: null, push: null },
  fails: { title: '未通过发布检查', publish: 53503, push: null },
  'website-only': { title: '只能在公众平台官网使用', publish: 53504, push: null },
  unsaved: { title: '自动保存，还没有手动保存', publish: 53505, push: 48021 },
} as const;
export type DraftCheck = keyof typeof DRAFT_CHECKS;
