import { accentOf } from './accent';
import type { SiteIdentity } from './settings';

export interface AccentStyle {
  /** From the root; holds the colour, so it may be cached for ever. */
  readonly url: string;
  readonly data: string;
}

/** The style sheet that puts a site's own colour in the place of the design's; null for a site without one. */
export function accentStyle({ accent }: Pick<SiteIdentity, 'accent'>): AccentStyle | null {
  const shades = accent === null ? null : accentOf(accent);
  if (!shades) return null;
  const { light, dark, softLight, softDark } = shades;
  const data = `@layer tokens {
  :root { --accent: ${light}; --accent-soft: ${softLight}; }
  @media (prefers-color-scheme: dark) {
    :root { --accent: ${dark}; --accent-soft: ${softDark}; }
  }
  @media print {
    :root { --accent: ${light}; --accent-soft: ${softLight}; }
  }
}
`;
  return { url: `/assets/accent-${light.slice(1)}.css`, data };
}
