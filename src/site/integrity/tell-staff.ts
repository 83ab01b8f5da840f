import { tellOnce } from '../../delivery/notices';
import { TABLES } from '../../delivery/schema';
import type { EngineParts } from '../../delivery/context';
import { hashOf } from '../../../publishers/website/manifest/tree';
import { reportWords } from './report-words';
import { isClean, type SiteReport } from './site-check';

/** Files that a notice names; the command names all. */
const NAMED = 30;
const OCCASION = 'site-check:';

type Told = Pick<EngineParts, 'store' | 'now'>;

/**
 * Tells staff what a check found: once for each event. What was put right is over, so finding it again is a new event;
 * what stayed as it was is told again only after it was gone.
 */
export async function tellStaff({ store, now }: Told, report: SiteReport): Promise<void> {
  if (isClean(report)) {
    await store
      .db(TABLES.notices)
      .where('occasion', 'like', `${OCCASION}%`)
      .update({ occasion: store.db.ref('id') });
    return;
  }
  const { counts, deeds, findings, list } = report;
  const isFound = counts.altered + counts.missing + counts.foreign > 0;
  if (!isFound && list === 'adopting') return;
  const what = hashOf(JSON.stringify([list, findings.map(({ trouble, name }) => [trouble, name]).sort()]));
  const isOver = isFound && deeds.left + deeds.removed === 0 && list === 'whole';
  const heading = isFound ? '网站文件与发布时不一致。' : '网站文件无法核对。';
  const kept =
    isFound && deeds.left < counts.altered + counts.foreign
      ? '被换下的内容保存在 site-state/quarantine，请查明是谁改的。'
      : '';
  await tellOnce(
    store.db,
    {
      occasion: `${OCCASION}${isOver ? `${report.at}:` : ''}${what}`,
      kind: 'site-altered',
      text: [heading + kept, ...reportWords(report, NAMED)].join('\n'),
      delivery: null,
      explainer: null,
    },
    now().getTime(),
  );
}

/** Tells staff that files were taken as they were: nobody but they can say whether they were right. */
export async function tellAdopted({ store, now }: Told, adopted: number): Promise<void> {
  const at = now();
  await tellOnce(
    store.db,
    {
      occasion: `site-adopted:${at.toISOString()}`,
      kind: 'site-adopted',
      text: `网站的文件清单已经建立，登记了 ${adopted} 个现有文件，以后的核对以它们现在的内容为准。如果这不是第一次启用，也没有人要求重建清单，请查明清单为什么丢失，并核对网页。`,
      delivery: null,
      explainer: null,
    },
    at.getTime(),
  );
}
