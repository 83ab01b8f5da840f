/** A run of text that stands in both wordings, or only in this one. */
export interface Run {
  readonly text: string;
  readonly changed: boolean;
}

/** Figures with their unit and words in Latin letters stay whole; Chinese is compared sign by sign. */
const TOKEN = /\d+(?:[.,]\d+)*[%‰℃]?|[A-Za-z]+|\s+|./gsu;

/** A table of both lengths is filled, so longer wordings are shown without marks. */
const LONGEST = 600;

/** Between two changes, so few equal signs are an accident and only make the marks flicker. */
const SHORTEST_EQUAL = 2;

/** Marks what differs between an old and a new wording: the longest common subsequence stays unmarked. */
export function changedWords(before: string, after: string): { readonly before: Run[]; readonly after: Run[] } {
  const old = before.match(TOKEN) ?? [];
  const now = after.match(TOKEN) ?? [];
  if (old.length > LONGEST || now.length > LONGEST) return { before: plain(before), after: plain(after) };
  const pairs = commonPairs(old, now);
  return {
    before: runs(old, new Set(pairs.map(([index]) => index))),
    after: runs(now, new Set(pairs.map(([, index]) => index))),
  };
}

const plain = (text: string): Run[] => (text === '' ? [] : [{ text, changed: false }]);

/** Positions of a longest common subsequence. */
function commonPairs(old: readonly string[], now: readonly string[]): readonly (readonly [number, number])[] {
  const width = now.length + 1;
  const lengths = new Uint16Array((old.length + 1) * width);
  const at = (row: number, column: number): number => lengths[row * width + column] ?? 0;
  for (let row = old.length - 1; row >= 0; row--) {
    for (let column = now.length - 1; column >= 0; column--) {
      lengths[row * width + column] =
        old[row] === now[column] ? at(row + 1, column + 1) + 1 : Math.max(at(row + 1, column), at(row, column + 1));
    }
  }
  const pairs: [number, number][] = [];
  for (let row = 0, column = 0; row < old.length && column < now.length;) {
    if (old[row] === now[column]) pairs.push([row++, column++]);
    else if (at(row + 1, column) >= at(row, column + 1)) row++;
    else column++;
  }
  return pairs;
}

function runs(tokens: readonly string[], equal: ReadonlySet<number>): Run[] {
  const result: Run[] = [];
  for (const [index, text] of tokens.entries()) {
    const changed = !equal.has(index);
    const last = result.at(-1);
    if (last?.changed === changed) result[result.length - 1] = { text: last.text + text, changed };
    else result.push({ text, changed });
  }
  return joinAccidents(result);
}

function joinAccidents(given: readonly Run[]): Run[] {
  const result: Run[] = [];
  for (const [index, run] of given.entries()) {
    const inside = index > 0 && index < given.length - 1;
    const changed = run.changed || (inside && run.text.length < SHORTEST_EQUAL);
    const last = result.at(-1);
    if (last?.changed === changed) result[result.length - 1] = { text: last.text + run.text, changed };
    else result.push({ text: run.text, changed });
  }
  return result;
}
