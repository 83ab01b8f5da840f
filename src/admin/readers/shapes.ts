/** What the server answers about readers of the WeChat accounts, parsed before it is believed. Instants are ISO 8601 in UTC. */
import { z } from 'zod';
import { problem } from '../newsroom/shapes';

export const comment = z.object({
  id: z.string(),
  delivery: z.string(),
  author: z.string(),
  content: z.string(),
  writtenAt: z.string(),
  elected: z.boolean(),
  reply: z.object({ content: z.string(), at: z.string().nullable() }).nullable(),
});
export type Comment = z.infer<typeof comment>;

const commentedArticle = z.object({
  delivery: z.string(),
  title: z.string(),
  open: z.boolean(),
  total: z.number().nullable(),
  lookedAt: z.string().nullable(),
  problem: problem.nullable(),
});
export type CommentedArticle = z.infer<typeof commentedArticle>;

export const comments = z.object({ articles: z.array(commentedArticle), comments: z.array(comment) });
export type Comments = z.infer<typeof comments>;

const dayTotals = z.object({
  day: z.string(),
  readers: z.number(),
  sharers: z.number(),
  likes: z.number(),
  favourites: z.number(),
  finished: z.number().nullable(),
  sources: z.array(z.object({ source: z.string(), readers: z.number() })),
});
export type DayTotals = z.infer<typeof dayTotals>;

export const statistics = z.object({
  articles: z.array(
    z.object({
      delivery: z.string(),
      title: z.string(),
      days: z.array(dayTotals),
      problem: problem.nullable(),
    }),
  ),
});
export type Statistics = z.infer<typeof statistics>;
