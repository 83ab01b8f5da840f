import { z } from 'zod';
import { LONGEST_SENTENCE } from '../../publishers/website/parts/feedback';
import { maskText } from '../wechat/mask-text';

/** The form under an explainer: a tap, or a tap and the sentence that follows it. */
export const answerForm = z
  .object({
    helpful: z.enum(['yes', 'no']),
    sentence: z
      .string()
      .max(4 * LONGEST_SENTENCE)
      .optional(),
  })
  .transform(({ helpful, sentence }) => ({
    helpful,
    sentence: sentence === undefined ? null : maskText(sentence),
  }))
  .refine(({ sentence }) => sentence !== '', 'a sentence without words');
export type AnswerForm = z.output<typeof answerForm>;
