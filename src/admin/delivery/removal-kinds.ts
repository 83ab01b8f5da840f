import type { RemovalKind } from './removal-body';

interface KindWords {
  readonly kind: RemovalKind;
  readonly label: string;
  /** What readers find at the address afterwards. */
  readonly effect: string;
  /** What the reason is for. */
  readonly reasonHint: string;
}

/** The ways in which an explainer leaves the site, the usual one first. */
export const REMOVAL_KINDS: readonly KindWords[] = [
  {
    kind: 'withdrawn',
    label: '撤回并说明原因',
    effect: '原网址显示撤稿说明：标题、时间和理由。',
    reasonHint: '公开显示给读者，例如：补贴标准有误，更正后重新发布。',
  },
  {
    kind: 'moved',
    label: '内容已移到别处（另一篇解读）',
    effect: '打开原网址的读者直接转到另一篇解读。',
    reasonHint: '只留在投放记录里，不公开。',
  },
  {
    kind: 'gone',
    label: '彻底移除',
    effect: '原网址只说“内容已移除”，不出现标题和理由。用于涉密、涉隐私等不宜说明的内容。',
    reasonHint: '只留在投放记录里，不公开。',
  },
];
