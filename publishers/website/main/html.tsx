/** HTML that publishers/article has written, and nothing else: it is put in as it stands. */
export function Html({ html, class: className }: { readonly html: string; readonly class?: string }) {
  return <div class={className} dangerouslySetInnerHTML={{ __html: html }} />;
}
