import { z } from 'zod';
import type { HttpResponse } from '../contract';
import type { Problem } from '../problems';

/**
 * One answer of the platform: what was asked for, a refusal by number (certain: the call had no effect), or nothing
 * that can be read (the effect is unknown).
 */
export type Answer<T> =
  | { readonly type: 'answer'; readonly value: T }
  | {
      readonly type: 'refusal';
      readonly code: number;
      readonly text: string;
      /** Comes with "already sent": the number of the message that was. */
      readonly messageId: string | null;
    }
  | { readonly type: 'unreadable' };

/** Besides, a call may never have gone out, because there was no access token for it. */
export type CallAnswer<T> = Answer<T> | { readonly type: 'not-sent'; readonly problem: Problem };

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
export function readAnswer<T>(schema: z.ZodType<T>, response: HttpResponse): Answer<T> {
  if (response.status >= 500) return { type: 'unreadable' };
  const body = parsed(response.text);
  const { data: error } = errorCode.safeParse(body);
  if (error && error.errcode !== 0) {
    return { type: 'refusal', code: error.errcode, text: error.errmsg, messageId: error.msg_id };
  }
  const value = schema.safeParse(body);
  return value.success && response.status < 400 ? { type: 'answer', value: value.data } : { type: 'unreadable' };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null; // a gateway's HTML or half an answer: read as nothing
  }
}
