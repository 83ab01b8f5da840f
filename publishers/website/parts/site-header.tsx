import { ELDER_CHOICE } from '../elder-style';
import type { SiteIdentity } from '../settings';

const PLACES = [
  { href: '/', title: '首页' },
  { href: '/#topics', title: '分类' },
  { href: '/search', title: '查找' },
] as const;

/** The identity of the site and its few places. Elder mode is a button with scripts, and a form without. */
export function SiteHeader({ site, path }: { readonly site: SiteIdentity; readonly path: string }) {
  const [here] = path.split('?');
  return (
    <header class="site-header">
      <a class="site-name" href="/">
        <svg class="site-sheet" viewBox="0 0 32 32" aria-hidden="true">
          <path class="sheet" d="M6 2h14l6 6v22H6z" />
          <path class="lines" d="M10 12h12v2H10zm0 10h12v2H10zm0-5h8v2h-8z" />
        </svg>
        {site.name}
      </a>
      <nav aria-label="站点">
        <ul>
          {PLACES.map((place) => (
            <li key={place.href}>
              <a href={place.href} aria-current={place.href === here ? 'page' : undefined}>
                {place.title}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <button class="elder-toggle needs-script" type="button" aria-pressed="false" data-elder-toggle>
        长辈版
      </button>
      <noscript>
        <form class="elder-form" method="post" action={ELDER_CHOICE}>
          <button class="elder-toggle" type="submit" name="elder" value="on">
            长辈版
          </button>
          <button class="elder-toggle" type="submit" name="elder" value="off">
            标准版
          </button>
        </form>
      </noscript>
    </header>
  );
}
