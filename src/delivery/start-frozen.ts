import { problem } from '../../publishers/problems';
import type { EngineParts } from './context';
import { deliveryRow } from './delivery';
import { freeze, freezeState } from './freeze';
import { tellOnce } from './notices';
import { TABLES } from './schema';
import { STOPPABLE } from './states';

const WHO = '系统';
const REASON = '从备份恢复，请核对后再解除冻结';

/**
 * After a restore the database does not know what went out since the backup was taken, and would send it again. So
 * everything is frozen, and what was due by now waits for a person even when the freeze is lifted. Looking at a
 * channel sends nothing and goes on; so does taking something back. Must run before anything of this process delivers.
 */
export async function startFrozen({ store, now, log }: Pick<EngineParts, 'store' | 'now' | 'log'>): Promise<void> {
  const at = now();
  // One that people have set has its own reason, and a narrower one must not be mistaken for this.
  if ((await freezeState(store))?.accounts !== null) await freeze(store, null, REASON, WHO, at);
  const due: unknown[] = await store
    .db(TABLES.deliveries)
    .where({ kind: 'publish' })
    .whereIn('state', [...STOPPABLE])
    .where('due_at', '<=', at.getTime());
  let stopped = 0;
  for (const row of due) {
    const changes = { problem: problem('delivery.restored'), holdBy: null, holdReason: null, nextAt: null };
    if (await store.decide(deliveryRow.parse(row), 'missed', changes)) stopped += 1;
  }
  if (stopped > 0) {
    await tellOnce(
      store.db,
      {
        occasion: `restored:${at.getTime()}`,
        kind: 'missed',
        text: `系统从备份恢复，有 ${stopped} 条投放的计划时间已过，备份之后可能已经发出，所以没有自动再发。请到投放列表查看“错过”的各条，先到渠道上核对，再逐条决定：取消、现在发布或改时间。`,
        delivery: null,
        explainer: null,
      },
      at.getTime(),
    );
  }
  log('warn', 'started frozen: nothing goes out until a person lifts the freeze', { stopped });
}
