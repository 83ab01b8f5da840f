import type { Knex } from 'knex';
import { z } from 'zod';
import { hashOf } from '../delivery/hash';
import { Refusal } from '../delivery/refusal';
import { TABLES } from '../delivery/schema';
import type { Answer } from './operation';

/** How long an answer is kept, milliseconds: two days, longer than any client retries. */
const KEPT = 48 * 60 * 60_000;
/** A deed that has no answer by then died with its process: longer than a request may last. Milliseconds. */
const ABANDONED = 30 * 60_000;

const row = z.object({ request: z.string(), status: z.number().nullable(), body: z.string().nullable() });

/**
 * Does a deed once per key, however often it is asked for: the second time answers what the first answered.
 * @throws Refusal 422 when a key comes back with another request, 409 while the first is still under way
 */
export async function once(
  db: Knex,
  now: Date,
  key: string,
  request: unknown,
  deed: () => Promise<Answer>,
): Promise<Answer> {
  if (key.length > 200) throw new Refusal(400, 'idempotency.key', 'Idempotency-Key 太长（最多 200 个字符）。');
  const fingerprint = hashOf(request);
  const table = () => db(TABLES.idempotency);
  await table()
    .where('at', '<', now.getTime() - KEPT)
    .delete();
  await table()
    .where({ key })
    .whereNull('status')
    .where('at', '<', now.getTime() - ABANDONED)
    .delete();

  const taken: unknown = await table()
    .insert({ key, request: fingerprint, at: now.getTime() })
    .onConflict('key')
    .ignore()
    .returning('key');
  if (!Array.isArray(taken) || taken.length === 0) {
    const known = row.parse(await table().where({ key }).first());
    if (known.request !== fingerprint) {
      throw new Refusal(422, 'idempotency.reused', '同一个 Idempotency-Key 用在了不同的请求上。');
    }
    if (known.status === null) throw new Refusal(409, 'idempotency.running', '同一个请求正在处理中，请稍后再查。');
    return { status: known.status, body: JSON.parse(known.body ?? 'null') as unknown };
  }

  try {
    const answer = await deed();
    await table()
      .where({ key })
      .update({ status: answer.status, body: JSON.stringify(answer.body) });
    return answer;
  } catch (error) {
    // A refused request did nothing, so that it may be mended and sent again under the same key.
    await table().where({ key }).delete();
    throw error;
  }
}
