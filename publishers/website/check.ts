import { checkContent } from '../article/check';
import type { MediaRef, Rendition } from '../contract';
import { problem } from '../problems';
import type { Problem } from '../problems';
import { RECORDING_ENDINGS, isPicture } from './media-types';
import { safeId } from './payload';
import type { SitePayload } from './payload';
import { siteSettings } from './settings';
import type { SiteIdentity } from './settings';

/** What every explainer must have, then what only the website asks for. */
export function check({ payload, media }: Rendition<SitePayload>): readonly Problem[] {
  const ids = [payload.explainer, ...payload.content.policies.map(({ id }) => id)];
  return [
    ...checkContent(payload.content),
    ...media.filter((ref) => !canShow(ref)).map(({ name, mime }) => problem('website.media-type', { name, mime })),
    ...ids.filter((id) => !safeId.safeParse(id).success).map((id) => problem('website.address-unsafe', { id })),
    ...checkMarks(payload.site),
  ];
}

const canShow = ({ mime }: MediaRef): boolean => isPicture(mime) || mime in RECORDING_ENDINGS;

const MARKS = {
  name: '网站名称',
  domain: '域名',
  idCode: '网站标识码',
  organiser: '主办单位',
  contact: '联系方式',
  icp: 'ICP备案号',
  police: '公安备案号',
} as const;

/** A site that is no demonstration must not carry the invented marks. */
function checkMarks(site: SiteIdentity): readonly Problem[] {
  if (site.demo) return [];
  const invented = siteSettings.parse({});
  const names = Object.entries(MARKS)
    .filter(([key]) => site[key as keyof typeof MARKS] === invented[key as keyof typeof MARKS])
    .map(([, name]) => name);
  return names.length === 0 ? [] : [problem('website.footer-incomplete', { names: names.join('、') })];
}
