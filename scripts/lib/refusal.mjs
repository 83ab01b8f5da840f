/**
 * An expected failure: its message is for the operator and says what happened, then what to do; no stack is shown.
 * @param {...string} lines
 */
export function refusal(...lines) {
  const error = new Error(lines.filter(Boolean).join('\n'));
  error.name = 'Refusal';
  return error;
}
