import { z } from 'zod';
import { HttpFailure, type Confirmation, type Io, type Json, type Pending } from '../contract';
import { problem } from '../problems';
import { ownPosts, showPost, type WeiboStatus } from './api';
import { weiboConnectionOf, type WeiboConnection } from './connection';
import { isDeleted } from './is-deleted';
import type { WeiboPrepared } from './post';
import { receiptOf } from './receipt';
import { PLATFORM, refused } from './refused';
import { sameText } from './same-text';
import { weiboTime } from './weibo-time';

/** The platform's clock and ours may differ by this much. */
const CLOCK_SLACK_MS = 60_000;
/** A post that does not appear within this time is left to a person; the platform itself speaks of one to two minutes. */
const APPEARS_WITHIN_MS = 120_000;
/** While the platform cannot be asked at all, patience is cheap; but its list shows five posts only. */
const REACHABLE_WITHIN_MS = 600_000;
const ASK_AGAIN_AFTER = 15;

/** `id` = the post is known, from a receipt; `code` = the platform said that the text is there already. */
const knownAnswer = z.object({ id: z.string().regex(/^\d+$/), code: z.number() }).partial();

/** Looks for the post. Never says `absent`: the platform lists only five posts, so not finding it proves nothing. */
export async function confirm(pending: Pending<WeiboPrepared>, io: Io): Promise<Confirmation> {
  const reach = weiboConnectionOf(io.connection);
  if ('missing' in reach) return ask(pending.answer);
  const known = knownAnswer.safeParse(pending.answer ?? {}).data ?? {};
  try {
    return known.id
      ? await stillThere(known.id, pending.answer, reach.connection, io)
      : await find(pending, known.code, reach.connection, io);
  } catch (failure) {
    if (!(failure instanceof HttpFailure)) throw failure;
    return known.id ? ask(pending.answer) : askUntil(REACHABLE_WITHIN_MS, pending, known.code, io);
  }
}

async function find(
  pending: Pending<WeiboPrepared>,
  code: number | undefined,
  connection: WeiboConnection,
  io: Io,
): Promise<Confirmation> {
  const posts = await ownPosts(connection, io);
  if (posts.type !== 'answer') return askUntil(REACHABLE_WITHIN_MS, pending, code, io);
  const since = Date.parse(pending.intentAt) - CLOCK_SLACK_MS;
  const matches = posts.value.filter(
    (post) => createdSince(post, since) && sameText(pending.prepared.status, post.text),
  );
  const [only, ...others] = matches;
  if (!only) return askUntil(APPEARS_WITHIN_MS, pending, code, io);
  if (others.length > 0) return leaveToPerson(code);
  return { state: 'published', receipt: receiptOf(only, connection, io) };
}

async function stillThere(id: string, answer: Json, connection: WeiboConnection, io: Io): Promise<Confirmation> {
  const post = await showPost(id, connection, io);
  if (isDeleted(post)) return { state: 'rejected', problem: problem('delivery.removed-by-platform', PLATFORM) };
  if (post.type !== 'answer') return ask(answer);
  return { state: 'published', receipt: receiptOf(post.value, connection, io) };
}

const createdSince = (post: WeiboStatus, since: number): boolean =>
  Date.parse(weiboTime(post.created_at) ?? '') >= since;

const ask = (answer: Json): Confirmation => ({ state: 'pending', answer, askAgainAfter: ASK_AGAIN_AFTER });

const askUntil = (
  milliseconds: number,
  pending: Pending<WeiboPrepared>,
  code: number | undefined,
  io: Io,
): Confirmation =>
  io.now().getTime() - Date.parse(pending.intentAt) < milliseconds ? ask(pending.answer) : leaveToPerson(code);

const leaveToPerson = (code: number | undefined): Confirmation => ({
  state: 'uncertain',
  problem: code === undefined ? problem('delivery.no-answer', PLATFORM) : refused({ code, text: '' }),
});
