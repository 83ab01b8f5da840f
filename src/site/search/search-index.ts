/** Something that can be found: an explainer on the site, or a document with a page there. */
export interface SearchDocument {
  readonly kind: 'explainer' | 'policy';
  /** Id of the explainer or the policy. */
  readonly ref: string;
  /** For an explainer the delivery that brought it out; for a policy the version that its text was taken from. */
  readonly source: string;
  readonly title: string;
  /** The answer of an explainer; who issued a document, and its number. */
  readonly summary: string;
  readonly keywords: readonly string[];
  /** A form of explainers, or `policy`. */
  readonly form: string;
  readonly category: string;
  /** First day on the site for an explainer, day of disclosure for a document; milliseconds UTC. */
  readonly moment: number;
  /** When what is shown came out, milliseconds UTC: a newer snapshot of a policy replaces an older one. */
  readonly asOf: number;
  readonly inForce: boolean;
  /** Last day of validity, `2027-12-31`; null = none is known. */
  readonly expiresOn: string | null;
  /** Plain text of everything else. */
  readonly text: string;
  /** Tokens of the numbers that it has or names: see `numberTokens`. */
  readonly numbers: { readonly own: readonly string[]; readonly named: readonly string[] };
}

/** What stands in a text (`word`, a folded run), or a token that was given to the document as a whole. */
export type Term = { readonly word: string } | { readonly token: string };

/** Every group must be met, each by one of its terms. */
export type Expression = readonly (readonly Term[])[];

/** `title`: title, keywords and own number. `anywhere`: these and all the rest. */
export type Where = 'title' | 'anywhere';

/**
 * A full-text index in the database. Both databases keep the same promise: a word finds exactly the documents whose text
 * contains it, wherever it begins. Newest first is the only order that an index knows; the rest is ranking.
 */
export interface SearchIndex {
  /** Puts the words of a document in, in place of those it had. @param id number of the document */
  put(id: number, words: Readonly<Record<Where, Words>>): Promise<void>;
  remove(id: number): Promise<void>;
  /** Forgets everything. */
  clear(): Promise<void>;
  /** Numbers of the documents that meet the expression, the newest first, at most `limit`. */
  find(expression: Expression, where: Where, limit: number): Promise<readonly number[]>;
}

export interface Words {
  readonly text: string;
  /** Stand beside the words of the text, and are never taken for one: at least three characters, letters and digits only. */
  readonly tokens: readonly string[];
}
