import type { PanelComponentProps } from '../strapi';

const EXPLAINER = 'api::explainer.explainer';

export interface ExplainerEntry {
  readonly id: string;
  /** When the entry was last saved; changes with every saving. */
  readonly savedAt: string;
  /** Counts the savings, so that signing something else than what is on the screen can be refused. */
  readonly revision: number;
}

/** The saved explainer beside whose form a panel stands; null for other content and for one not saved yet. */
export function explainerEntry({ model, documentId, document }: PanelComponentProps): ExplainerEntry | null {
  if (model !== EXPLAINER || !documentId || !document) return null;
  // Strapi types the fields of an entry as `any`.
  const savedAt: unknown = document.updatedAt;
  const revision: unknown = document['revision'];
  return {
    id: documentId,
    savedAt: typeof savedAt === 'string' ? savedAt : '',
    revision: typeof revision === 'number' ? revision : 0,
  };
}
