import type { Category } from '../../../publishers/content';
import type { Deed } from './deeds';

export interface Shown {
  readonly title: string;
  readonly category: Category;
  readonly policy: string;
  /** First publication. */
  readonly publishedAt: string;
  readonly delivery: string;
  /** By sha256. */
  readonly picture: string | null;
}

export interface TakenBack {
  readonly kind: 'withdrawn' | 'moved' | 'gone';
  readonly to: string | null;
  readonly reason: string;
  readonly title: string;
}

/** What the site must show once every deed up to now is done. */
export function createExpected() {
  const shown = new Map<string, Shown>();
  const takenBack = new Map<string, TakenBack>();
  const first = new Map<string, string>();
  const policies = new Set<string>();
  return {
    shown,
    takenBack,
    policies,
    /** @param at as the receipt says */
    note(deed: Deed, at: string): void {
      if (deed.deed === 'publish') {
        const { payload } = deed.of.rendition;
        const id = payload.explainer;
        const publishedAt = first.get(id) ?? at;
        first.set(id, publishedAt);
        const policy = payload.content.policies[0]?.id ?? '';
        policies.add(policy);
        takenBack.delete(id);
        const { title, category, cover } = payload.content;
        const picture = cover?.sha256 ?? null;
        shown.set(id, { title, category, policy, publishedAt, delivery: deed.of.delivery, picture });
      }
      if (deed.deed === 'withdraw') {
        const [id = ''] = deed.touches;
        const { removal, reason } = deed.of;
        const title = shown.get(id)?.title ?? '';
        shown.delete(id);
        takenBack.set(id, { kind: removal.kind, to: removal.kind === 'moved' ? removal.to : null, reason, title });
      }
    },
  };
}

export type Expected = ReturnType<typeof createExpected>;
