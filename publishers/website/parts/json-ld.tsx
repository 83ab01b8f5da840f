import type { Json } from '../../contract';

/** Facts for machines. `<` is escaped, so that no text can end the script element. */
export function JsonLd({ data }: { readonly data: Json }) {
  const json = JSON.stringify(data).replace(/</g, '\\u003c');
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: json }} />;
}
