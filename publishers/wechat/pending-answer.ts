import { z } from 'zod';
import type { Json } from '../contract';

/** What is known after `commit`: the platform's number for the task, and how often it was asked about. */
const pendingAnswer = z.object({
  publishId: z.string().nullable(),
  messageId: z.string().nullable(),
  /** By which comments and statistics know the article; null where the platform did not say it. */
  messageDataId: z.string().nullable().default(null),
  asked: z.number().int().nonnegative(),
  /** Of mass messages: the administrator of the account has to confirm it, as far as we can tell. */
  awaits: z.literal('confirmation').optional(),
});
export type PendingAnswer = z.infer<typeof pendingAnswer>;

export const NOTHING_KNOWN: PendingAnswer = { publishId: null, messageId: null, messageDataId: null, asked: 0 };

/** `null` after a crash, when the answer never reached us. */
export const readPendingAnswer = (answer: Json | null): PendingAnswer =>
  pendingAnswer.safeParse(answer).data ?? NOTHING_KNOWN;

/**
 * Seconds between questions, by how many were asked. A new account may ask a hundred times a day, for all articles
 * together, so the gaps grow soon.
 * @see https://developers.weixin.qq.com/doc/service/Message_Management/API_Call_Limits.html
 */
const GAPS = [2, 5, 10, 30, 60, 120, 300] as const;

export const pause = ({ asked }: PendingAnswer): number => GAPS[Math.min(asked, GAPS.length - 1)] ?? 300;
