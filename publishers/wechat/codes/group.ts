import type { ProblemKind } from '../../problem';

/** Refusals of the platform that ask for the same thing. */
export interface CodeGroup {
  readonly kind: ProblemKind;
  /** What to do now. */
  readonly next: string;
  /** What happened, without a full stop, by code; `{ip}` is the address from the platform's text. */
  readonly codes: Readonly<Record<string, string>>;
}
