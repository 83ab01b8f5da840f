/** Whether reading failed because there is no such file. Not by `instanceof`: errors of Node may come from another realm. */
export const isMissing = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOENT';
