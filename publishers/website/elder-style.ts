import { assetText } from './assets';

/** Where readers without scripts get it, as long as they want it. */
export const ELDER_STYLE = '/elder.css';

/** Where their choice is sent. */
export const ELDER_CHOICE = '/elder';

const LAYER = '@layer elder {';

/**
 * What elder mode changes, as a style sheet that needs no class: a script sets `elder` on the document, and readers without
 * scripts get this sheet instead. The same rules, so that both see the same.
 */
export function elderStyle(): string {
  const [, ...layers] = assetText('site.css').split(LAYER);
  return layers.map((rest) => `${LAYER}${upToItsEnd(rest)}\n`.replaceAll(/\.elder(?![\w-])/g, ':root')).join('');
}

/** Up to the brace that closes what was opened before. */
function upToItsEnd(rest: string): string {
  let open = 1;
  for (let at = 0; at < rest.length; at += 1) {
    if (rest[at] === '{') open += 1;
    if (rest[at] === '}') open -= 1;
    if (open === 0) return rest.slice(0, at + 1);
  }
  throw new Error('the elder layer of the style sheet is not closed');
}
