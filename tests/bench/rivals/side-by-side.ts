import type { Account, MediaRef } from '../../../publishers/contract';
import { sanitise } from '../../../publishers/sandbox/wechat/sanitise';
import { wechat } from '../../../publishers/wechat/index';
import { qrSvg } from '../../../publishers/wechat/qr-svg';
import { demoVersion } from './demo-version';
import { loadWenyan } from './wenyan';
import { wholeMarkdown } from './whole-markdown';

const PLATFORM = 'https://mmbiz.qpic.cn/mmbiz_png/';

export interface SideBySide {
  readonly title: string;
  /** Article HTML as WeChat keeps it, with pictures as data addresses. */
  readonly ours: string;
  readonly theirs: string;
}

/**
 * One explainer of the demo by us and by wenyan-core, both after the platform's cleaning. Their pictures count as
 * uploaded, as ours do.
 * @param pictureOf a picture's data address
 */
export async function sideBySide(
  key: string,
  theme: string,
  root: string,
  pictureOf: (name: string) => string,
): Promise<SideBySide> {
  const account: Account = {
    name: 'wechat',
    publisher: 'wechat',
    title: '云澜发布',
    siteUrl: 'https://jiedu.yunlan.gov.cn',
    settings: { theme },
  };
  const version = await demoVersion(key, root);
  const { payload, media, canonicalUrl } = wechat.render(version, account, 'publish');
  if (payload.kind !== 'news') throw new Error(`${key} is no article`);
  const uploaded = new Map([...media, ...version.content.media].map((ref) => [ref.name, ref]));
  const shown = (html: string): string =>
    html.replace(/https:\/\/mmbiz\.qpic\.cn\/mmbiz_png\/([\w.-]+)\/0/g, (_address, name: string) =>
      name === 'qr'
        ? `data:image/svg+xml;base64,${Buffer.from(qrSvg(canonicalUrl, 264)).toString('base64')}`
        : pictureOf(name),
    );
  const wenyan = await loadWenyan(root);
  const theirs = (await wenyan(wholeMarkdown(version.content))).replace(/\/uploads\/([\w.-]+)/g, `${PLATFORM}$1/0`);
  return {
    title: payload.title,
    ours: shown(sanitise(addressed(payload.contentHtml, [...uploaded.values()]))),
    theirs: shown(sanitise(theirs)),
  };
}

const addressed = (html: string, media: readonly MediaRef[]): string =>
  media
    .reduce((text, { sha256, name }) => text.replaceAll(`media:${sha256}`, `${PLATFORM}${name}/0`), html)
    .replaceAll('drawn:qr', `${PLATFORM}qr/0`);
