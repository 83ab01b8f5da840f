import { toArticle } from '../article/article';
import type { Account, MediaRef, Mode, Rendition, Version } from '../contract';
import { weiboLength } from '../weibo/length';
import { siteOf } from '../website/settings';
import { hashtagFor, marked } from './hashtag';
import { BROADCAST_LIMITS } from './limits';
import { pack } from './pack';
import type { Part } from './part';
import { partsOf } from './parts';
import type { Script, ScriptedUpdate } from './script';
import { broadcastSettings } from './settings';

type Draft = Omit<ScriptedUpdate, 'after'>;

/** An explainer as a script of updates with times relative to the start. */
export function render(version: Version, account: Account, mode: Mode): Rendition<Script> {
  const { content } = version;
  const given = broadcastSettings.safeParse(account.settings);
  const settings = given.data ?? broadcastSettings.parse({});
  const hashtag = hashtagFor(content, settings.hashtag);
  const canonicalUrl = `${account.siteUrl}/explainers/${version.explainer}/`;
  const { drafts, leftOut } = shortened(
    partsOf(toArticle(version), canonicalUrl).map((part) => draftsOf(part, hashtag)),
  );
  const updates = drafts.map((draft, index) => ({ ...draft, after: index * settings.secondsBetween }));
  const longest = Math.max(0, ...updates.map(({ text }) => weiboLength(text)));
  return {
    publisher: 'micro-broadcast',
    account: account.name,
    version: version.id,
    mode,
    title: content.title,
    payload: {
      title: content.title,
      hashtag,
      host: settings.host ?? content.source,
      explainer: version.explainer,
      siteUrl: account.siteUrl,
      site: siteOf(account),
      secondsBetween: settings.secondsBetween,
      updates,
      leftOut,
      wrongSettings: [...new Set((given.error?.issues ?? []).map(({ path }) => path.join('.')))],
    },
    media: distinct(updates.flatMap(({ images }) => images)),
    counters: [
      { label: '直播条数', value: updates.length, limit: BROADCAST_LIMITS.updates },
      { label: '最长一条', value: longest, limit: BROADCAST_LIMITS.text },
    ],
    canonicalUrl,
  };
}

const draftsOf = (part: Part, hashtag: string): Draft[] =>
  pack(part, marked(hashtag.slice(0, BROADCAST_LIMITS.hashtag))).map(({ text, images }) => ({
    kind: part.kind,
    speaker: part.speaker,
    text,
    images: [...images],
  }));

/**
 * A script that is too long loses the ends of its longest parts first, then whole parts before the last two, so that
 * what to do and where to read on are always said.
 */
function shortened(parts: readonly (readonly Draft[])[]): { drafts: readonly Draft[]; leftOut: number } {
  const most = BROADCAST_LIMITS.updates;
  const total = parts.flat().length;
  let depth = Math.max(1, ...parts.map(({ length }) => length));
  while (depth > 1 && cutTo(parts, depth).length > most) depth -= 1;
  const kept = cutTo(parts, depth);
  const drafts = kept.length > most ? [...kept.slice(0, most - 2), ...kept.slice(-2)] : kept;
  return { drafts, leftOut: total - drafts.length };
}

const cutTo = (parts: readonly (readonly Draft[])[], depth: number): Draft[] =>
  parts.flatMap((part) => part.slice(0, depth));

const distinct = (refs: readonly MediaRef[]): MediaRef[] => [...new Map(refs.map((ref) => [ref.id, ref])).values()];
