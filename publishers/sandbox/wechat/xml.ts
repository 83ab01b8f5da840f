export const cdata = (text: string): string => `<![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;

/** The text of the first element of this name, CDATA in pieces joined; null where there is none. */
export function memberOf(xml: string, name: string): string | null {
  const inner = new RegExp(`<${name}>([^]*?)</${name}>`).exec(xml)?.[1];
  return inner?.replace(/<!\[CDATA\[([^]*?)\]\]>/g, '$1') ?? null;
}
