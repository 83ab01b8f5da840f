/** What the server answers about readers of the site, parsed before it is believed. Instants are ISO 8601 in UTC. */
import { z } from 'zod';

const counts = { helpful: z.number(), unhelpful: z.number() };

export const feedback = z.object({
  ...counts,
  sentences: z.array(z.object({ helpful: z.boolean(), sentence: z.string(), at: z.string() })),
});
export type Feedback = z.infer<typeof feedback>;

export const feedbackList = z.object({
  items: z.array(
    z.object({ explainer: z.object({ id: z.string(), title: z.string() }), ...counts, sentences: z.number() }),
  ),
});
export type FeedbackList = z.infer<typeof feedbackList>;
