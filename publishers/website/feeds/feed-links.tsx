/** How browsers and readers' programs find the feeds that lie below a page. */
export function FeedLinks({ title, path }: { readonly title: string; readonly path: string }) {
  return (
    <>
      <link rel="alternate" type="application/rss+xml" title={`${title} RSS`} href={`${path}feed.xml`} />
      <link rel="alternate" type="application/atom+xml" title={`${title} Atom`} href={`${path}atom.xml`} />
      <link rel="alternate" type="application/feed+json" title={`${title} JSON Feed`} href={`${path}feed.json`} />
    </>
  );
}
