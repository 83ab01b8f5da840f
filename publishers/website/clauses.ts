/** A part of a document's text: a clause, or what stands between clauses (headings, preamble, signature). */
export interface Part {
  /** `第三条`; null between clauses. */
  readonly clause: string | null;
  /** Stable within the document: `clause-3`, `between-1`. */
  readonly anchor: string;
  /** Markdown. */
  readonly text: string;
}

const CLAUSE =
  /^[\s\u3000#*]*(第[零〇一二三四五六七八九十百千两\d]+条(?:之[一二三四五六七八九十]+)?)[*：:]*[\s\u3000]*(.*)$/u;
/** A chapter heading ends the clause before it. */
const HEADING = /^(?:[\s\u3000]*#{1,6}\s|[\s\u3000*]*第[零〇一二三四五六七八九十百\d]+[章节编])/u;

/** Splits the text of a document where its clauses begin. Text before the first clause and headings stay in between. */
export function readClauses(body: string): readonly Part[] {
  const parts: { clause: string | null; lines: string[] }[] = [];
  for (const line of body.split(/\r?\n/)) {
    const [, clause, rest] = CLAUSE.exec(line) ?? [];
    const last = parts.at(-1);
    if (clause !== undefined) parts.push({ clause, lines: [rest ?? ''] });
    else if (HEADING.test(line)) parts.push({ clause: null, lines: [asHeading(line)] });
    else if (last) last.lines.push(line);
    else parts.push({ clause: null, lines: [line] });
  }
  let clauses = 0;
  let between = 0;
  return parts
    .map(({ clause, lines }) => ({ clause, text: paragraphs(lines) }))
    .filter(({ clause, text }) => clause !== null || text !== '')
    .map((part) => ({
      ...part,
      anchor: part.clause === null ? `between-${++between}` : `clause-${++clauses}`,
    }));
}

const asHeading = (line: string): string =>
  /^[\s\u3000]*#/.test(line) ? line.trim() : `### ${line.replace(/\*/g, '').trim()}`;

/** Documents are pasted with one line per paragraph; Markdown wants an empty line between them. */
const paragraphs = (lines: readonly string[]): string =>
  lines
    .join('\n')
    .replace(/^[ \t\u3000]+/gm, '')
    .replace(/\n(?!\n|[-*|>]|\d+\.)/g, '\n\n')
    .trim();
