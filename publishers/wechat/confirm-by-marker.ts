import type { Confirmation, Instant } from '../contract';
import { problem } from '../problems';
import type { WechatApi } from './api';
import { stillPending } from './confirm-publication';
import { hasMarker } from './marker';
import type { PendingAnswer } from './pending-answer';
import type { WechatPrepared } from './prepared';
import { publicAddress } from './public-address';
import { PLATFORM } from './refused';

/** Milliseconds. How long we wait for the article before a person is asked. */
const APPEARS_WITHIN = 120_000;
const DRAFT_GONE = 40007;

interface Situation {
  readonly known: PendingAnswer;
  readonly intentAt: Instant;
  readonly now: Date;
}

/**
 * Whether our draft was published, when the answer to the call was lost. The article carries our marker, so an article
 * proves that it was. A draft that stays proves nothing: the platform takes it away when its task ends, a review may
 * take hours, and a second task on the same draft would publish twice. So this never answers `absent`.
 */
export async function confirmByMarker(
  api: WechatApi,
  { kind, mediaId, marker }: WechatPrepared,
  { known, intentAt, now }: Situation,
): Promise<Confirmation> {
  const articles = await api.newestArticles(kind === 'newspic');
  if (articles.type !== 'answer') return stillPending(known);
  for (const { article_id: id, content } of articles.value.item) {
    const ours = content.news_item.find((item) => hasMarker(marker, item));
    if (!ours) continue;
    if (ours.is_deleted) return { state: 'rejected', problem: problem('delivery.removed-by-platform', PLATFORM) };
    return { state: 'published', receipt: { id, url: publicAddress(ours.url), at: now.toISOString() } };
  }

  if (now.getTime() - Date.parse(intentAt) < APPEARS_WITHIN) return stillPending(known);
  const draft = await api.draft(mediaId);
  if (draft.type === 'answer') return { state: 'uncertain', problem: problem('wechat.draft-waits') };
  if (draft.type === 'refusal' && draft.code === DRAFT_GONE) {
    return { state: 'uncertain', problem: problem('delivery.no-answer', PLATFORM) };
  }
  return stillPending(known);
}
