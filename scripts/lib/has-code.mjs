/**
 * Whether something thrown is a system error of this code.
 * @param {unknown} error
 * @param {string} code such as `ENOENT`
 */
export function hasCode(error, code) {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === code;
}
