import type { Account, Mode, Rendition, Version } from '../contract';
import type { Content, MediaRef } from '../content';
import { weiboLength } from './length';
import { WEIBO_LIMITS } from './limits';
import type { WeiboPost } from './post';
import { weiboSettings } from './settings';
import { trimmed, wholeSentences } from './trim';
import { withoutTopics } from './topics';

/** The answer, the change, the link: three lines that a reader understands without opening anything. */
export function render(version: Version, account: Account, mode: Mode): Rendition<WeiboPost> {
  const { content } = version;
  const settings = weiboSettings.safeParse(account.settings);
  const link = `${account.siteUrl}/explainers/${version.explainer}/`;
  const text = compose(content, link, settings.data?.signature ?? '');
  const picture = firstPicture(content);
  return {
    publisher: 'weibo',
    account: account.name,
    version: version.id,
    mode,
    title: content.title,
    payload: {
      status: text.status,
      link,
      picture,
      domain: settings.success ? (settings.data.domain ?? hostOf(account.siteUrl)) : '',
      author: account.title,
      leftOut: {
        text: !text.complete,
        pictures: content.images.filter(({ media }) => media.id !== picture?.id).length,
        video: content.video !== null,
      },
    },
    media: picture ? [picture] : [],
    counters: [{ label: '微博字数', value: weiboLength(text.status), limit: WEIBO_LIMITS.text }],
    canonicalUrl: link,
  };
}

function compose(content: Content, link: string, signature: string): { status: string; complete: boolean } {
  const end = [withoutTopics(signature), link];
  const answer = trimmed(plain(content.summary) || plain(content.title), (text) => fits([text, ...end]));
  const change = plain(changeOf(content));
  // A change cut in the middle could say the opposite of what was decided, so it comes in whole sentences or not at all.
  const shownChange =
    change === '' || answer.text.includes(change)
      ? { text: '', complete: true }
      : wholeSentences(`变化：${change}`, (text) => fits([answer.text, text, ...end]));
  return {
    status: joined([answer.text, shownChange.text, ...end]),
    complete: answer.complete && shownChange.complete,
  };
}

const joined = (lines: readonly string[]): string => lines.filter((line) => line !== '').join('\n');
const fits = (lines: readonly string[]): boolean => weiboLength(joined(lines)) <= WEIBO_LIMITS.text;

const plain = (text: string): string => withoutTopics(text).replace(/\s+/g, ' ').trim();

function changeOf(content: Content): string {
  if (content.impact.changes.trim() !== '') return content.impact.changes;
  return content.differences.map(({ item, before, after }) => `${item}由“${before}”改为“${after}”。`).join('');
}

function firstPicture(content: Content): MediaRef | null {
  return content.cover ?? content.images[0]?.media ?? content.video?.poster ?? null;
}

const hostOf = (address: string): string => (URL.canParse(address) ? new URL(address).hostname : '');
