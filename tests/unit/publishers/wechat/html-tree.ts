import { parseFragment, serialize, type DefaultTreeAdapterTypes } from 'parse5';

export type Element = DefaultTreeAdapterTypes.Element;
type Node = DefaultTreeAdapterTypes.ChildNode;

export interface HtmlTree {
  readonly elements: readonly Element[];
  /** Of the text nodes that a browser shows, in the order of the source. */
  readonly texts: readonly string[];
  /** What the parser objects to, by the names of the HTML standard. */
  readonly errors: readonly string[];
  /** As a browser would write it down again. */
  readonly serialised: string;
}

/** Content of these is not text that anybody reads, or text in which tags are no tags. */
const SILENT = new Set(
  'script style template noscript iframe noembed noframes xmp plaintext textarea title'.split(' '),
);

/** Reads HTML as browsers do: by the standard's own algorithm, and not by ours. */
export function htmlTree(html: string): HtmlTree {
  const errors: string[] = [];
  const fragment = parseFragment(html, { onParseError: ({ code }) => errors.push(code) });
  const elements: Element[] = [];
  const texts: string[] = [];
  const visit = (node: Node): void => {
    if (node.nodeName === '#text' && 'value' in node) texts.push(node.value);
    if (!('tagName' in node)) return;
    elements.push(node);
    if (!SILENT.has(node.tagName)) node.childNodes.forEach(visit);
  };
  fragment.childNodes.forEach(visit);
  return { elements, texts, errors, serialised: serialize(fragment) };
}
