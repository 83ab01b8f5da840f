import type { ComponentChildren } from 'preact';

const LINK = /<a href="(https?:\/\/[^"<>\s]+)">([^<]*)<\/a>/g;

/** A text message as a phone shows it: its links can be opened, everything else is words. */
export function linkedWords(text: string): ComponentChildren {
  const parts: ComponentChildren[] = [];
  let end = 0;
  for (const match of text.matchAll(LINK)) {
    parts.push(
      text.slice(end, match.index),
      <a href={match[1]} target="_blank" rel="noopener noreferrer">
        {match[2]}
      </a>,
    );
    end = match.index + match[0].length;
  }
  return [...parts, text.slice(end)];
}
