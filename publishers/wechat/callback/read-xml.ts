/** An element: text, or other elements; never attributes. */
export interface XmlElement {
  readonly name: string;
  /** Empty where there are children. */
  readonly text: string;
  readonly children: readonly XmlElement[];
}

/** The platform's own messages are five deep. */
const MAX_DEPTH = 8;
const MAX_ELEMENTS = 1_000;

const OPEN = /<([A-Za-z_][\w.-]{0,63})>/y;
const CLOSE = /<\/([A-Za-z_][\w.-]{0,63})>/y;
const CDATA = /<!\[CDATA\[([^]*?)\]\]>/y;
/** No entity of any kind: the platform writes everything that would need one as CDATA. */
const PLAIN = /[^<&]+/y;

/**
 * Reads the XML of the platform's messages and nothing more: elements, text and CDATA. Declarations, document types,
 * entities, attributes, comments and processing instructions make it unreadable, so there is nothing to expand.
 * @returns the root element; null for anything else
 */
export function readXml(source: string): XmlElement | null {
  const reader = { source: source.trim(), at: 0, elements: 0 };
  const root = readElement(reader, 1);
  return root && reader.at === reader.source.length ? root : null;
}

interface Reader {
  readonly source: string;
  at: number;
  elements: number;
}

function take(reader: Reader, pattern: RegExp): string | null {
  pattern.lastIndex = reader.at;
  const match = pattern.exec(reader.source);
  if (!match) return null;
  reader.at = pattern.lastIndex;
  return match[1] ?? match[0];
}

function readElement(reader: Reader, depth: number): XmlElement | null {
  const name = take(reader, OPEN);
  reader.elements += 1;
  if (name === null || depth > MAX_DEPTH || reader.elements > MAX_ELEMENTS) return null;
  const children: XmlElement[] = [];
  const text: string[] = [];
  for (;;) {
    const closed = take(reader, CLOSE);
    if (closed !== null) return closed === name ? finished(name, text.join(''), children) : null;
    const piece = take(reader, CDATA) ?? take(reader, PLAIN);
    if (piece !== null) {
      text.push(piece);
      continue;
    }
    const child = readElement(reader, depth + 1);
    if (!child) return null;
    children.push(child);
  }
}

/** Between elements there may be line breaks; words beside elements mean that it is not one of the platform's. */
function finished(name: string, text: string, children: readonly XmlElement[]): XmlElement | null {
  if (children.length === 0) return { name, text, children };
  return text.trim() === '' ? { name, text: '', children } : null;
}
