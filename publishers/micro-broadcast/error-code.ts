/**
 * The code of a failed system call, e.g. `ENOENT`; null for every other failure. Asks for the property and not for the
 * class, because an error may come from another realm.
 */
export const codeOf = (failure: unknown): string | null =>
  typeof failure === 'object' && failure !== null && 'code' in failure ? String(failure.code) : null;
