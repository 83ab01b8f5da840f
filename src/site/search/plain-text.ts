/** Markdown as it is read: without marks, addresses and line ends. */
export const plainText = (markdown: string): string =>
  markdown
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/^\s*\|?[\s:|-]+\|?\s*$/gm, ' ')
    .replace(/[#*>|`_]+|(?<=\s|^)[-+]\s/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
