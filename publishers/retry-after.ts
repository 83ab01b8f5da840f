import type { HttpResponse } from './contract';

const ASKS_TO_WAIT: readonly number[] = [429, 503];
/** Seconds. A header that asks for more is a mistake, and must not put a delivery off for ever. */
const LONGEST = 24 * 60 * 60;

/**
 * Seconds that an answer asks us to wait before we try again; null where it does not say.
 * @see https://www.rfc-editor.org/rfc/rfc9110#name-retry-after: whole seconds or a date
 */
export function retryAfter({ status, headers }: HttpResponse, now: Date): number | null {
  const value = headers['retry-after']?.trim() ?? '';
  if (!ASKS_TO_WAIT.includes(status) || value === '') return null;
  const seconds = /^\d+$/.test(value) ? Number(value) : Math.ceil((Date.parse(value) - now.getTime()) / 1000);
  return Number.isNaN(seconds) ? null : Math.min(Math.max(seconds, 1), LONGEST);
}
