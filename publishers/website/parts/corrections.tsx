import { chinaDateTime } from '../china-time';

/** What was put right in an explainer after readers had seen it. */
export interface Correction {
  /** When readers first saw it; null in a preview, where nobody knows yet. */
  readonly at: string | null;
  readonly text: string;
}

/** 更正说明: stands in front of the text, because who has read an earlier version must notice. */
export function Corrections({ corrections }: { readonly corrections: readonly Correction[] }) {
  if (corrections.length === 0) return null;
  return (
    <section class="corrections" aria-labelledby="corrections-title">
      <h2 id="corrections-title">更正说明</h2>
      {corrections.map(({ at, text }) => (
        <p key={text}>
          {at !== null && <time dateTime={at}>{chinaDateTime(at)}</time>} {text}
        </p>
      ))}
    </section>
  );
}
