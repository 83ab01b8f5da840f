import type { Thing } from 'schema-dts';

/**
 * Facts for machines, in the terms of schema.org. `<` is escaped, so that no text can end the script element.
 *
 * @param data several things become one graph
 */
export function JsonLd({ data }: { readonly data: Thing | readonly Thing[] }) {
  const things = Array.isArray(data) ? { '@graph': data } : data;
  const json = JSON.stringify({ '@context': 'https://schema.org', ...(things as object) }).replace(/</g, '\\u003c');
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: json }} />;
}
