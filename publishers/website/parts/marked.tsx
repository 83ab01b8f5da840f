import type { ComponentChildren } from 'preact';

/** The text with the reader's words marked, whatever their case. */
export function marked(text: string, words: readonly string[]): ComponentChildren {
  const wanted = words.filter((word) => word !== '').sort((one, other) => other.length - one.length);
  if (wanted.length === 0) return text;
  const pattern = new RegExp(`(${wanted.map(literally).join('|')})`, 'giu');
  return text.split(pattern).map((piece, index) => (index % 2 === 1 ? <mark key={index}>{piece}</mark> : piece));
}

const literally = (word: string): string => word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
