import type { Json } from '../../contract';
import { hasMarker, markedAddress } from '../marker';
import type { NewsPayload, NewspicPayload } from '../payload';
import { lastLine } from '../last-line';
import type { WechatPrepared } from '../prepared';
import { forgetMaterials } from './forget-materials';
import { COVER_NAME } from './material-key';
import type { Progress } from './progress';
import { failed, type Step, type StepResult } from './step';

const MATERIAL_GONE = 40007;

/** The last sub-step: the draft, found again by its marker or made. */
export async function makeDraft(
  step: Step,
  payload: NewsPayload | NewspicPayload,
  mode: WechatPrepared['mode'],
  delivery: string,
): Promise<StepResult> {
  const marker = markedAddress(payload.sourceUrl, delivery);
  const ready = (mediaId: string): StepResult => ({
    state: 'ready',
    prepared: {
      kind: payload.kind,
      mode,
      mediaId,
      title: payload.title,
      marker,
      description: '',
      tagId: payload.tagId ?? null,
    },
  });

  // Always looked for first: an earlier call may have made it and died before the answer was stored.
  const drafts = await step.api.newestDrafts(payload.kind === 'newspic');
  if (drafts.type !== 'answer') return failed(step, drafts);
  const found = drafts.value.item.find(({ content }) => content.news_item.some((item) => hasMarker(marker, item)));
  if (found) return ready(found.media_id);

  const added = await step.api.addDraft(article(payload, marker, step.progress));
  if (added.type === 'answer') return ready(added.value.media_id);
  if (added.type === 'refusal' && added.code === MATERIAL_GONE && !step.progress.renewed) {
    return forgetMaterials(step, payload);
  }
  return failed(step, added);
}

/** @see https://developers.weixin.qq.com/doc/subscription/api/draftbox/draftmanage/api_draft_add.html */
function article(
  payload: NewsPayload | NewspicPayload,
  marker: string,
  { addresses, materials, crops }: Progress,
): Json {
  const comments = payload.openComment ? { need_open_comment: 1 } : {};
  if (payload.kind === 'newspic') {
    return {
      article_type: 'newspic',
      title: payload.title,
      content: lastLine(payload.content, marker),
      image_info: {
        image_list: payload.images.map(({ sha256 }) => ({ image_media_id: materials[`media:${sha256}`] })),
      },
      ...comments,
    };
  }
  return {
    article_type: 'news',
    title: payload.title,
    author: payload.author,
    digest: payload.digest,
    content: withAddresses(payload.contentHtml, addresses),
    content_source_url: marker,
    thumb_media_id: materials[COVER_NAME],
    ...crops,
    ...comments,
  };
}

const withAddresses = (html: string, addresses: Progress['addresses']): string =>
  html.replace(/ src="((?:media|drawn):[^"]*)"/g, (whole, placeholder: string) => {
    const address = addresses[placeholder];
    return address === undefined ? whole : ` src="${address.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`;
  });
