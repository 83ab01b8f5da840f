/** Runs up to and including a closing mark and the quotes or brackets after it. An address is never broken. */
const SENTENCE =
  /(?:https?:\/\/[^\s\u4e00-\u9fa5，。！？；：、（）《》“”]+|[^。！？!?…\n])*(?:[。！？!?…]+[”’」』）)】》]*|\n|$)/gu;
/** A comma between digits belongs to the figure. */
const CLAUSE =
  /(?:https?:\/\/[^\s\u4e00-\u9fa5，。！？；：、（）《》“”]+|\d,(?=\d)|[^，；：、,;])*(?:[，；：、,;]+[”’」』）)】》]*|$)/gu;

/** What a cut must not go through: addresses, figures with their units, Latin words; else single characters. */
const ATOM =
  /https?:\/\/\S+|(?:百分之|千分之)?[\d零〇一二两三四五六七八九十百千万亿][\d零〇一二两三四五六七八九十百千万亿.,:/+~%％-]*[元年月日号天岁人次个级项周时分秒米类档倍]*|[A-Za-z][A-Za-z0-9.+-]*|\s+|\S/gu;
/** The sentences of a plain text in order, closing marks included; joined they give the text again. */
export const sentences = (text: string): string[] => pieces(text, SENTENCE);

/** The clauses of a sentence in order; joined they give the sentence again. */
export const clauses = (sentence: string): string[] => pieces(sentence, CLAUSE);

/** The words of a text as far as a cut must respect them; joined they give the text again. */
export const words = (text: string): string[] => pieces(text, ATOM);

const pieces = (text: string, border: RegExp): string[] => (text.match(border) ?? []).filter((piece) => piece !== '');
