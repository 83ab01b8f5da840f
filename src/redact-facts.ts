import { redact } from './delivery/http';

/** Names of facts whose value is never shown, whatever it is. */
const SECRET_NAME = /(secret|token|password|api_?key|encryption_?key|authorization|cookie)$/i;
/** Deeper than any fact of ours; ends what refers to itself. */
const DEEPEST = 6;

/** Facts for the log, with nothing in them that opens anything. */
export const redactFacts = (facts: object): object => Object.fromEntries(entries(facts, 0));

const entries = (facts: object, depth: number): [string, unknown][] =>
  Object.entries(facts).map(([name, value]: [string, unknown]) => [
    name,
    SECRET_NAME.test(name) && value != null ? '***' : shown(value, depth + 1),
  ]);

function shown(value: unknown, depth: number): unknown {
  if (typeof value === 'string') return redact(value);
  if (value instanceof Error) return redact(value.stack ?? value.message);
  if (value === null || typeof value !== 'object' || value instanceof Date) return value;
  if (depth > DEEPEST) return '…';
  if (Array.isArray(value)) return value.map((one) => shown(one, depth + 1));
  return Object.fromEntries(entries(value, depth));
}
