import { Marked } from 'marked';
import type { Account } from '../../publishers/contract';
import { wechat } from '../../publishers/wechat/index';
import { sampleVersion } from '../unit/publishers/article/sample-version';
import type { BenchRow } from './bench-row';
import { POLICY_TEXT } from './policy-text';

/** A whole rendition may take twice as long as bare Markdown: notes, flat lists, checks and counts included. */
const GOAL = 2;
const ROUNDS = 600;

/** The whole WeChat rendition of a policy text against `marked.parse` on the same text. */
export function renderBench(): Promise<BenchRow> {
  const aspects = { background: '', basis: '', intent: '', implementation: '' };
  const version = sampleVersion({ body: POLICY_TEXT, aspects, differences: [], glossary: [] });
  const account: Account = {
    name: 'wechat',
    publisher: 'wechat',
    title: '',
    siteUrl: 'https://a.example',
    settings: {},
  };
  const marked = new Marked({ gfm: true });

  // They take turns, and the fastest run of each counts: whatever was slower was the machine's doing.
  let ours = Number.POSITIVE_INFINITY;
  let bare = Number.POSITIVE_INFINITY;
  for (let round = 0; round < ROUNDS; round += 1) {
    ours = Math.min(
      ours,
      milliseconds(() => wechat.render(version, account, 'publish')),
    );
    bare = Math.min(
      bare,
      milliseconds(() => marked.parse(POLICY_TEXT)),
    );
  }
  const detail = `${ours.toFixed(2)} ms / ${bare.toFixed(2)} ms, ${POLICY_TEXT.length} characters`;
  return Promise.resolve({
    name: '微信渠道稿对比纯 Markdown',
    ratio: ours / bare,
    goal: GOAL,
    better: 'lower',
    detail,
  });
}

function milliseconds(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}
