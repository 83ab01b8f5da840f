import type { Context } from '../context';
import type { Part } from '../http/multipart';
import type { WechatAnswer } from './answer';

/** One WeChat call that has passed the common checks (method, token, permission, quota, form of the body). */
export interface WechatCall {
  readonly context: Context;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly query: URLSearchParams;
  /** The JSON body; empty for GET and for uploads. */
  readonly body: Readonly<Record<string, unknown>>;
  readonly parts: readonly Part[];
}

export type WechatHandler = (call: WechatCall) => WechatAnswer;

/** A text of the body, or the empty string. Numbers count as text: ids come as either. */
export function textOf(record: Readonly<Record<string, unknown>>, name: string): string {
  const value = record[name];
  if (typeof value === 'string') return value;
  return typeof value === 'number' ? String(value) : '';
}

/** A number of the body, also where it came as text; NaN when it is neither. */
export function numberOf(record: Readonly<Record<string, unknown>>, name: string, missing: number): number {
  const value = record[name];
  if (value === undefined || value === null) return missing;
  return typeof value === 'number' || typeof value === 'string' ? Number(value) : Number.NaN;
}

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** `offset` and `count` (1 to 20) of the list calls; null when they are out of range. */
export function pageOf(body: Readonly<Record<string, unknown>>): { offset: number; count: number } | null {
  const offset = numberOf(body, 'offset', 0);
  const count = numberOf(body, 'count', 20);
  const valid = Number.isInteger(offset) && Number.isInteger(count) && offset >= 0 && count >= 1 && count <= 20;
  return valid ? { offset, count } : null;
}

export const seconds = (milliseconds: number): number => Math.floor(milliseconds / 1000);
