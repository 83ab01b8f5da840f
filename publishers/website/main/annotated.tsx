import { escapeHtml } from '../../article/escape-html';
import { annotate } from './annotate';

/** A paragraph of plain words with its days, sums and numbers to call made visible. */
export function Annotated({ text }: { readonly text: string }) {
  return <p dangerouslySetInnerHTML={{ __html: annotate(escapeHtml(text), []) }} />;
}
