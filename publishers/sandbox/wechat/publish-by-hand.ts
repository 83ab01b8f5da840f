import type { Context } from '../context';
import { randomId } from '../ids';
import { removeDraft } from './draft';
import { articleUrl, makePublic } from './publication';

/**
 * What a person does who opens the draft box on the phone and presses 发表: works for every type of account, asks no
 * interface and is found by none.
 * @returns the public address that the person then copies; null when there is no such draft
 */
export function publishByHand(context: Context, mediaId: string): { readonly url: string | null } {
  const { state, changed } = context.store;
  const draft = state.drafts.find((one) => one.mediaId === mediaId);
  if (!draft) return { url: null };
  state.sequence += 1;
  const articleId = randomId(43);
  const about = { articleId, kind: 'by-hand', msgDataId: String(state.sequence), at: context.now().getTime() } as const;
  makePublic(context, about, structuredClone(draft.articles));
  removeDraft(state, mediaId);
  changed();
  const [first] = state.publications.find((one) => one.articleId === articleId)?.articles ?? [];
  return { url: first ? articleUrl(context, first) : null };
}
