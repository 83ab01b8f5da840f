/**
 * What the engine may do about a problem, by kind:
 * - `input` the content must be changed by a person; `config` an account or the set-up must be changed;
 * - `permission` the platform does not allow it by API: a person posts it by hand; `later` trying again makes sense;
 * - `unknown` the effect is not known: never sent again by itself; `bug` ours to mend.
 */
export type ProblemKind = 'input' | 'config' | 'permission' | 'later' | 'unknown' | 'bug';

export interface Problem {
  /** Stable, e.g. `wechat.48001`, `weibo.text-too-long`. */
  readonly code: string;
  readonly kind: ProblemKind;
  /** `error` stops signing and sending, `warning` informs. */
  readonly severity: 'error' | 'warning';
  /** zh-Hans: what happened and what it means for this item. */
  readonly what: string;
  /** zh-Hans: what to do now. */
  readonly next: string;
  /** Path of the content field concerned, e.g. `title`, `images.2.alt`; null when none. */
  readonly field: string | null;
}

export interface ProblemEntry {
  readonly kind: ProblemKind;
  readonly severity?: 'error' | 'warning';
  /** May hold `{name}` parts, filled in by `problem(code, params)`. */
  readonly what: string;
  readonly next: string;
}

export type ProblemTable = Readonly<Record<string, ProblemEntry>>;
