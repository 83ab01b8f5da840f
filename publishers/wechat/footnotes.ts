/** The links of an article. Readers of an ordinary account cannot follow them, so the addresses stand at the end. */

export interface Footnote {
  /** Counts from 1. */
  readonly number: number;
  /** The linked words, escaped, without markup. */
  readonly words: string;
  readonly address: string;
}

export interface Footnotes {
  /** The number of this address; the same address keeps its number. */
  add(words: string, address: string): number;
  all(): readonly Footnote[];
}

export function createFootnotes(): Footnotes {
  const byAddress = new Map<string, Footnote>();
  return {
    add(words, address) {
      const note = byAddress.get(address) ?? { number: byAddress.size + 1, words, address };
      byAddress.set(address, note);
      return note.number;
    },
    all: () => [...byAddress.values()],
  };
}
