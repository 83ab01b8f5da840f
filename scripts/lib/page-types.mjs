/**
 * One page of each type that the demo shows, by addresses that a reader could find as well.
 * @param {string} site address of a running demo, without a trailing slash
 * @returns {Promise<Record<string, string>>} paths from the root, by name
 * @throws when a type is not shown
 */
export async function pageTypes(site) {
  const { items } = await (await fetch(`${site}/feed.json`)).json();
  const pages = await Promise.all(
    items.map(async (/** @type {{ url: string }} */ { url }) => {
      const path = new URL(url).pathname;
      return { path, html: await (await fetch(site + path)).text() };
    }),
  );
  const first = (/** @type {RegExp} */ mark) => {
    const found = pages.map(({ path, html }) => ({ path, match: mark.exec(html) })).find(({ match }) => match);
    if (!found) throw new Error(`the demo shows no page with ${mark}`);
    return found;
  };
  const live = await paths(`${site}/`, /href="(\/live\/[^"#]+)"/);
  return {
    home: '/',
    text: first(/class="[^"]*\bform-text\b/).path,
    image: first(/class="[^"]*\bform-image\b/).path,
    video: first(/class="[^"]*\bform-video\b/).path,
    interview: first(/class="[^"]*\bform-interview\b/).path,
    policy: first(/href="(\/policies\/[^"#]+)/).match?.[1] ?? '/',
    topic: '/topics/education/',
    'search-before': '/search',
    search: `/search?q=${encodeURIComponent('补贴')}`,
    'nothing-found': `/search?q=${encodeURIComponent('南极科考站天气')}`,
    'open-data': '/open-data/',
    'not-found': '/no-such-page/',
    ...(live === null ? {} : { live }),
  };
}

/**
 * @param {string} address
 * @param {RegExp} pattern whose first group is the path
 */
async function paths(address, pattern) {
  return pattern.exec(await (await fetch(address)).text())?.[1] ?? null;
}
