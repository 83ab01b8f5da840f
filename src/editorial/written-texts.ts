/** The Markdown fields of an explainer, whoever wrote them: staff may leave out or empty any of them. */
export interface Written {
  readonly body?: unknown;
  readonly aspects?: unknown;
  readonly interview?: unknown;
}

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;
const isText = (value: unknown): value is string => typeof value === 'string';

/** Every Markdown text, in the order in which readers meet them. */
export function textsOf(written: Written): readonly string[] {
  const texts: string[] = [];
  mapTexts(written, (text) => {
    texts.push(text);
    return text;
  });
  return texts;
}

/** The same with every Markdown text changed; whatever else is there stays as it is. */
export function mapTexts<T extends Written>(written: T, change: (text: string) => string): T {
  const { body, aspects, interview } = written;
  const turns = isFields(interview) ? interview['turns'] : undefined;
  const changedTurn = (turn: unknown): unknown =>
    isFields(turn) && isText(turn['text']) ? { ...turn, text: change(turn['text']) } : turn;
  return {
    ...written,
    ...(isText(body) && { body: change(body) }),
    ...(isFields(aspects) && { aspects: mapValues(aspects, change) }),
    ...(isFields(interview) && Array.isArray(turns) && { interview: { ...interview, turns: turns.map(changedTurn) } }),
  };
}

const mapValues = (fields: Fields, change: (text: string) => string): Fields =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, isText(value) ? change(value) : value]));
