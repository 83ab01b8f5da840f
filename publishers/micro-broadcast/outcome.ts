import { createHash } from 'node:crypto';
import type { Confirmation, Io, Outcome, Pending, Receipt } from '../contract';
import { problem } from '../problems';
import { broadcastConnectionOf } from './connection';
import { createDesk, type Desk } from './desk';
import { livePath } from './live-page';
import type { PreparedScript } from './prepared';
import type { Room } from './room';

/** Opens the room and says the first thing. The rest follows by the desk's `releaseDue`. */
export async function commit(prepared: PreparedScript, io: Io, delivery: string): Promise<Outcome> {
  const desk = deskOf(io);
  if (!desk)
    return { state: 'rejected', problem: problem('broadcast.not-connected', { missing: 'siteDir、siteStateDir' }) };
  const { title, hashtag, host, explainer, siteUrl, site, secondsBetween, updates } = prepared;
  const answer = await desk.openRoom({
    ids: roomIdsFor(explainer, delivery),
    title,
    hashtag,
    host,
    siteUrl,
    site,
    explainer,
    delivery,
    plannedStart: null,
    script: updates,
    endsAfter: updates.length * secondsBetween,
    startNow: true,
  });
  if ('problem' in answer) return { state: 'rejected', problem: answer.problem };
  return { state: 'published', receipt: receiptOf(answer.room) };
}

/** The state of the desk decides: a room that is kept will be shown, one that is not was never there. */
export async function confirm({ prepared, delivery }: Pending<PreparedScript>, io: Io): Promise<Confirmation> {
  const desk = deskOf(io);
  if (!desk)
    return { state: 'uncertain', problem: problem('broadcast.not-connected', { missing: 'siteDir、siteStateDir' }) };
  for (const id of roomIdsFor(prepared.explainer, delivery)) {
    const room = await desk.readRoom(id);
    if (room?.delivery === delivery) return { state: 'published', receipt: receiptOf(room) };
  }
  return { state: 'absent' };
}

export async function withdraw(receipt: Receipt, reason: string, io: Io): Promise<Outcome> {
  const desk = deskOf(io);
  if (!desk)
    return { state: 'rejected', problem: problem('broadcast.not-connected', { missing: 'siteDir、siteStateDir' }) };
  const answer = await desk.withdrawRoom(receipt.id, reason);
  return 'problem' in answer
    ? { state: 'rejected', problem: answer.problem }
    : { state: 'published', receipt: receiptOf(answer.room) };
}

function deskOf(io: Io): Desk | null {
  const reach = broadcastConnectionOf(io.connection);
  if ('missing' in reach) return null;
  return createDesk({
    ...reach.connection,
    exclusive: (key, work) => io.exclusive(key, work),
    now: () => io.now(),
    log: (level, message, facts) => {
      io.log(level, message, facts);
    },
  });
}

/** The first broadcast of an explainer has its address; each further one an address of its own. */
const roomIdsFor = (explainer: string, delivery: string): string[] => [
  explainer,
  `${explainer}-${createHash('sha256').update(delivery).digest('hex').slice(0, 8)}`,
];

const receiptOf = ({ id, siteUrl, startedAt, plannedStart }: Room): Receipt => ({
  id,
  url: siteUrl + livePath(id),
  at: startedAt ?? plannedStart ?? new Date(0).toISOString(),
});
