/** Text becomes CDATA, a number stays bare, a list of pairs becomes elements, in their order. */
export type XmlValue = string | number | readonly (readonly [string, XmlValue])[];

/** Signs that XML 1.0 does not allow at all, not even in CDATA. */
const FORBIDDEN = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;

/** Writes the XML of replies as the platform reads it. */
export function writeXml(name: string, value: XmlValue): string {
  if (typeof value === 'number') return `<${name}>${value}</${name}>`;
  if (typeof value === 'string') return `<${name}>${cdata(value)}</${name}>`;
  return `<${name}>${value.map(([child, inner]) => writeXml(child, inner)).join('')}</${name}>`;
}

/** The end mark within a text is split over two sections. */
const cdata = (text: string): string =>
  `<![CDATA[${text.replace(FORBIDDEN, '').replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;
