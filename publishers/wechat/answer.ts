import { z } from 'zod';
import type { HttpResponse } from '../contract';
import type { Problem } from '../problems';
import { retryAfter } from '../retry-after';

/**
 * One answer of the platform: what was asked for, a refusal by number (certain: the call had no effect), or nothing
 * that can be read (the effect is unknown).
 */
export type Answer<T> = { readonly type: 'answer'; readonly value: T } | Refusal | Unreadable;

/** `wait`: seconds that the answer asked us to wait, null where it did not. */
interface Refusal {
  readonly type: 'refusal';
  readonly code: number;
  readonly text: string;
  /** Comes with "already sent": the number of the message that was. */
  readonly messageId: string | null;
  readonly wait: number | null;
}

interface Unreadable {
  readonly type: 'unreadable';
  /** HTTP status. */
  readonly status: number;
  readonly wait: number | null;
}

export interface NotSent {
  readonly type: 'not-sent';
  readonly problem: Problem;
  readonly wait: number | null;
}

/** Besides, a call may never have gone out, because there was no access token for it. */
export type CallAnswer<T> = Answer<T> | NotSent;
/** A call that brought nothing. */
export type NoAnswer = Refusal | Unreadable | NotSent;

const errorCode = z.object({
  errcode: z.number().int(),
  errmsg: z.string().catch(''),
  msg_id: z
    .union([z.string().min(1), z.number()])
    .transform(String)
    .nullable()
    .catch(null),
});

/**
 * By body, never by header: errors come with HTTP 200, and JSON is sometimes labelled as text. A number other than 0
 * is a refusal, whatever else there is; a successful read usually has no number at all.
 */
export function readAnswer<T>(schema: z.ZodType<T>, response: HttpResponse, now: Date): Answer<T> {
  const { status } = response;
  const wait = retryAfter(response, now);
  if (status >= 500) return { type: 'unreadable', status, wait };
  const body = parsed(response.text);
  const { data: error } = errorCode.safeParse(body);
  if (error && error.errcode !== 0) {
    return { type: 'refusal', code: error.errcode, text: error.errmsg, messageId: error.msg_id, wait };
  }
  const value = schema.safeParse(body);
  return value.success && status < 400 ? { type: 'answer', value: value.data } : { type: 'unreadable', status, wait };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null; // a gateway's HTML or half an answer: read as nothing
  }
}
