import { Marked } from 'marked';
import type { Account } from '../../publishers/contract';
import { wechat } from '../../publishers/wechat/index';
import { sampleVersion } from '../unit/publishers/article/sample-version';
import type { BenchRow } from './bench-row';
import { POLICY_TEXT } from './policy-text';
import { loadWenyan } from './rivals/wenyan';

/** A whole rendition may take twice as long as bare Markdown: notes, flat lists, checks and counts included. */
const BARE_GOAL = 2;
/** wenyan-core styles a document in jsdom; we write the styles while we read the text. */
const WENYAN_GOAL = 30;
const ROUNDS = 600;
/** Of wenyan-core, which needs a while for each. */
const WENYAN_ROUNDS = 40;

/** The whole WeChat rendition of a policy text against `marked.parse` and against wenyan-core on the same text. */
export async function renderBench(): Promise<readonly BenchRow[]> {
  const aspects = { background: '', basis: '', intent: '', implementation: '' };
  const version = sampleVersion({ body: POLICY_TEXT, aspects, differences: [], glossary: [] });
  const account: Account = {
    name: 'wechat',
    publisher: 'wechat',
    title: '',
    siteUrl: 'https://a.example',
    settings: {},
  };
  const bareMarked = new Marked({ gfm: true });
  const wenyan = await loadWenyan(process.cwd());

  // They take turns, and the fastest run of each counts: whatever was slower was the machine's doing.
  let ours = Number.POSITIVE_INFINITY;
  let bare = Number.POSITIVE_INFINITY;
  let theirs = Number.POSITIVE_INFINITY;
  for (let round = 0; round < ROUNDS; round += 1) {
    ours = Math.min(ours, await milliseconds(() => wechat.render(version, account, 'publish')));
    bare = Math.min(bare, await milliseconds(() => bareMarked.parse(POLICY_TEXT)));
    if (round % (ROUNDS / WENYAN_ROUNDS) === 0)
      theirs = Math.min(theirs, await milliseconds(() => wenyan(POLICY_TEXT)));
  }
  const detail = (other: number): string =>
    `${ours.toFixed(2)} ms / ${other.toFixed(2)} ms, ${POLICY_TEXT.length} characters`;
  return [
    {
      name: '微信渠道稿对比纯 Markdown',
      ratio: ours / bare,
      goal: BARE_GOAL,
      better: 'lower',
      detail: detail(bare),
    },
    {
      name: '微信渠道稿快过 wenyan-core 多少倍',
      ratio: theirs / ours,
      goal: WENYAN_GOAL,
      better: 'higher',
      detail: detail(theirs),
    },
  ];
}

async function milliseconds(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
