import type { MediaRef, Rendition } from '../contract';
import { accentStyle } from './accent-style';
import { assetText, assets } from './assets';
import { captionFile } from './main/captions';
import { explainerPage } from './pages/explainer-page';
import type { MediaFile, SitePayload } from './payload';
import { standingOn } from './standing';

/** Fills the marks of the page that need a moment; the one that people see is replaced by words. */
const NOT_YET = '1970-01-01T00:00:00.000Z';

/**
 * The page as readers will see it, as one document that needs no other file of the site. The moment of publication is
 * not known yet, and no clock may be asked: words stand in its place.
 */
export function preview(rendition: Rendition<SitePayload>, mediaUrl: (ref: MediaRef) => string): string {
  const { payload, media } = rendition;
  const files: [string, MediaFile][] = media.map((ref) => [ref.sha256, asShown(ref, mediaUrl(ref))]);
  const captions = captionFile(payload.content.video);
  if (captions) {
    const url = `data:text/vtt;charset=utf-8,${encodeURIComponent(captions.text)}`;
    files.push([captions.sha256, { kind: 'file', url }]);
  }
  const page = explainerPage(
    { payload, media: Object.fromEntries(files) },
    { publishedAt: NOT_YET, updatedAt: null },
    // No clock may be asked: as the documents stand by what staff say.
    Object.fromEntries(payload.content.policies.map((policy) => [policy.id, standingOn(policy, null)])),
  );
  return standAlone(withAccent(page, payload).replace(/发布 <time[^>]*>[^<]*<\/time>/, '发布时间在发布时填入'));
}

const asShown = (ref: MediaRef, url: string): MediaFile =>
  ref.width && ref.height
    ? { kind: 'picture', large: { url, width: ref.width, height: ref.height }, small: null }
    : { kind: 'file', url };

/** The site's own colour lies in a file as well. */
function withAccent(page: string, { site }: SitePayload): string {
  const style = accentStyle(site);
  return style
    ? page.replace(`<link rel="stylesheet" href="${style.url}"/>`, () => `<style>${style.data}</style>`)
    : page;
}

/** Puts the style sheet into the document and leaves out what acts: a preview is read, not used, nor does it help anybody. */
function standAlone(page: string): string {
  let result = page;
  for (const { name, url } of assets().values()) {
    result = name.endsWith('.css')
      ? result.replace(`<link rel="stylesheet" href="${url}"/>`, () => `<style>${assetText(name)}</style>`)
      : result.replace(new RegExp(`<script src="${url}"[^>]*></script>`), '');
  }
  return result
    .replaceAll(/<noscript>.*?<\/noscript>/gs, '')
    .replaceAll('<button type="submit" name="helpful"', '<button type="button"');
}
