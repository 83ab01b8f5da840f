/** Lines an operator has to see at once, as programs without structured logs write them. */
const URGENT = /\b(warn|error)\b.*?:/;
/** Facts that help programs, not a person before a terminal. */
const LEFT_OUT = new Set(['level', 'time', 'message', 'pid', 'source']);

/**
 * One line of a program's output as a person reads it, and whether he has to see it at once.
 * @param {string} line
 * @returns {{ text: string, urgent: boolean }}
 */
export function readLine(line) {
  const entry = parse(line);
  if (!entry) return { text: line, urgent: URGENT.test(line) };
  const { level, time, message } = entry;
  const facts = Object.entries(entry)
    .filter(([name]) => !LEFT_OUT.has(name))
    .map(([name, value]) => `${name}=${typeof value === 'string' ? value : JSON.stringify(value)}`);
  return {
    text: [`[${time}] ${level}: ${message}`, ...facts].join(' '),
    urgent: level === 'warn' || level === 'error' || level === 'fatal',
  };
}

/**
 * @param {string} line
 * @returns {Record<string, unknown> | null} null when it is no structured line
 */
function parse(line) {
  if (!line.startsWith('{')) return null;
  try {
    const entry = JSON.parse(line);
    return typeof entry.level === 'string' && typeof entry.message === 'string' ? entry : null;
  } catch {
    return null;
  }
}
