import { checkContent } from '../article/check';
import type { MediaRef, Rendition } from '../contract';
import { problem } from '../problems';
import type { Problem } from '../problems';
import type { Frame } from './frame';
import { RECORDING_ENDINGS, isPicture } from './media-types';
import { inventedMarks, missingForLive } from './missing-marks';
import { safeId } from './payload';
import type { SitePayload } from './payload';

/** What every explainer must have, then what only the website asks for. */
export function check({ payload, media }: Rendition<SitePayload>): readonly Problem[] {
  const ids = [payload.explainer, ...payload.content.policies.map(({ id }) => id)];
  return [
    ...checkContent(payload.content),
    ...media.filter((ref) => !canShow(ref)).map(({ name, mime }) => problem('website.media-type', { name, mime })),
    ...ids.filter((id) => !safeId.safeParse(id).success).map((id) => problem('website.address-unsafe', { id })),
    ...checkMarks(payload),
  ];
}

const canShow = ({ mime }: MediaRef): boolean => isPicture(mime) || mime in RECORDING_ENDINGS;

/** A site that is no demonstration must not carry the invented marks; one that is live does not go out with them. */
function checkMarks(frame: Frame): readonly Problem[] {
  const { site } = frame;
  if (site.live) {
    const names = missingForLive(frame);
    return names.length === 0 ? [] : [problem('website.not-ready-to-go-live', { names: names.join('、') })];
  }
  const names = site.demo ? [] : inventedMarks(site);
  return names.length === 0 ? [] : [problem('website.footer-incomplete', { names: names.join('、') })];
}
