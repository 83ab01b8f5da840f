import { KEPT_LINK, KEPT_PICTURE, KEPT_STYLES, KEPT_TAGS, KEPT_VALUE } from '../../../../publishers/wechat/kept';
import { sanitise } from '../../../../publishers/sandbox/wechat/sanitise';
import { htmlTree, type Element } from './html-tree';

/** Everything that a browser, the list of what is kept, and the platform's own cleaning would change in an article. */
export function objections(html: string): readonly string[] {
  const { elements, errors, serialised } = htmlTree(html);
  return [
    ...errors,
    ...(sameSigns(serialised) === sameSigns(html) ? [] : ['not written as a browser would']),
    ...elements.flatMap(elementObjections),
    ...(survives(html) ? [] : ['the platform drops a part']),
  ];
}

/** Two ways to write the same character or line end. */
const sameSigns = (html: string): string =>
  html.replace(/\r\n?/g, '\n').replaceAll('&#39;', "'").replaceAll('&quot;', '"').replaceAll('&nbsp;', '\u00a0');

function elementObjections({ tagName, attrs }: Element): readonly string[] {
  const allowed = KEPT_TAGS[tagName];
  if (!allowed) return [`tag ${tagName}`];
  return attrs.flatMap(({ name, value }) => {
    if (!allowed.includes(name)) return [`attribute ${tagName}.${name}`];
    if (name === 'style') return styleObjections(value);
    if (name === 'href') return KEPT_LINK.test(value) ? [] : [`link ${value}`];
    if (name === 'src') return KEPT_PICTURE.test(value) ? [] : [`picture ${value}`];
    return [];
  });
}

const styleObjections = (style: string): readonly string[] =>
  style.split(';').flatMap((declaration) => {
    const [property = '', value = ''] = declaration.split(':');
    if (!KEPT_STYLES.has(property)) return [`style ${property}`];
    return KEPT_VALUE.test(value) ? [] : [`value ${declaration}`];
  });

const closeUp = (html: string): string => html.replaceAll('; ', ';');

/** Placeholders stand for addresses of the platform's own; only the way of writing styles may differ. */
function survives(html: string): boolean {
  const sent = html.replace(/ src="(?:media|drawn):[^"]*"/g, ' src="https://mmbiz.qpic.cn/mmbiz_png/a/0"');
  return closeUp(sanitise(sent)) === closeUp(sent);
}
