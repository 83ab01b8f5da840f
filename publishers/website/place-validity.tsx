import { renderToString } from 'preact-render-to-string';
import { ValidityChip } from './parts/validity-chip';
import type { Standings } from './standing';

/** The chip behind the link to a document, as the policy cards of every version have it. */
const CHIP =
  /(<a href="\/policies\/([A-Za-z0-9_-]{1,128})\/">[^<]*<\/a>\s*)<span class="chip validity[^"]*">[^<]*<\/span>/g;

/** Puts what is true today in the place of what was true when the text was signed. */
export const placeValidity = (html: string, standings: Standings): string =>
  html.replace(CHIP, (whole, link: string, policy: string) => {
    const standing = standings[policy];
    return standing ? link + renderToString(<ValidityChip validity={standing.validity} />) : whole;
  });
