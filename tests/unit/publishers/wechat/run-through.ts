import type { Io, Json, Outcome, Preparation, Rendition } from '../../../../publishers/contract';
import { wechat } from '../../../../publishers/wechat/index';
import type { WechatPayload } from '../../../../publishers/wechat/payload';
import type { WechatPrepared } from '../../../../publishers/wechat/prepared';

/** Prepares as the engine does: stores `done` as JSON after each sub-step, and ends with the first other answer. */
export async function prepareAll(
  rendition: Rendition<WechatPayload>,
  io: Io,
  delivery: string,
  done: Json | null = null,
): Promise<{ readonly last: Preparation<WechatPrepared>; readonly steps: number }> {
  let progress = done;
  for (let steps = 1; steps < 60; steps += 1) {
    const last = await wechat.prepare(rendition, progress, io, delivery);
    if (last.state !== 'progress') return { last, steps };
    progress = JSON.parse(JSON.stringify(last.done)) as Json; // as the database gives it back
  }
  throw new Error('prepare never ends');
}

/** The prepared value, where all went well. */
export async function prepared(rendition: Rendition<WechatPayload>, io: Io, delivery: string): Promise<WechatPrepared> {
  const { last } = await prepareAll(rendition, io, delivery);
  if (last.state !== 'ready') throw new Error(`not ready: ${JSON.stringify(last)}`);
  return last.prepared;
}

/** Asks until the platform has decided. */
export async function confirmUntilDecided(value: WechatPrepared, io: Io, delivery: string, outcome: Outcome | null) {
  let answer: Json | null = outcome?.state === 'pending' ? outcome.answer : null;
  for (let asked = 0; asked < 100; asked += 1) {
    const confirmation = await wechat.confirm(
      { delivery, prepared: value, intentAt: new Date().toISOString(), answer },
      io,
    );
    if (confirmation.state !== 'pending') return confirmation;
    answer = confirmation.answer;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error('never decided');
}
