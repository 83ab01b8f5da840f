/** Runs up to and including a closing mark and the quotes or brackets after it. An address is never broken. */
const SENTENCE =
  /(?:https?:\/\/[^\s\u4e00-\u9fa5，。！？；：、（）《》“”]+|[^。！？!?…\n])*(?:[。！？!?…]+[”’」』）)】》]*|\n|$)/gu;
/** A comma between digits belongs to the figure. */
const CLAUSE =
  /(?:https?:\/\/[^\s\u4e00-\u9fa5，。！？；：、（）《》“”]+|\d,(?=\d)|[^，；：、,;])*(?:[，；：、,;]+[”’」』）)】》]*|$)/gu;

/** The sentences of a plain text in order, closing marks included; joined they give the text again. */
export const sentences = (text: string): string[] => pieces(text, SENTENCE);

/** The clauses of a sentence in order; joined they give the sentence again. */
export const clauses = (sentence: string): string[] => pieces(sentence, CLAUSE);

const pieces = (text: string, border: RegExp): string[] => (text.match(border) ?? []).filter((piece) => piece !== '');
