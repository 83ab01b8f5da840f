import type { Problem } from '../../publishers/contract';

/** Why a request of a person or a machine is not done, as data: the HTTP edge turns it into an answer. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  constructor(
    /** HTTP status: 400 malformed, 404 unknown, 409 the state does not allow it, 422 the content does not, 429 too often. */
    readonly status: 400 | 401 | 403 | 404 | 409 | 413 | 415 | 422 | 429 | 503,
    /** Stable, e.g. `plan.time-past`. */
    readonly code: string,
    /** zh-Hans: what happened, then what to do. */
    message: string,
    readonly details: { readonly problems?: readonly Problem[]; readonly [key: string]: unknown } = {},
  ) {
    super(message);
  }
}
