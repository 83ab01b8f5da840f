import type { ActionReading } from './action-body';

export type RemovalKind = 'withdrawn' | 'moved' | 'gone';

/** What a person has decided about an explainer that leaves the site. */
export interface Removal {
  readonly kind: RemovalKind;
  readonly reason: string;
  /** The explainer to which readers are led; empty while none is chosen. */
  readonly to: string;
}

/** What the server is sent for it; or what is still missing. */
export function removalBody({ kind, reason, to }: Removal): ActionReading {
  const why = reason.trim();
  if (kind === 'moved' && to === '') return { body: null, obstacle: '请选择读者要转到的解读。' };
  if (why === '') return { body: null, obstacle: '请填写理由。' };
  return { body: { reason: why, kind, ...(kind === 'moved' && { to }) }, obstacle: null };
}
