import type { Frame } from '../frame';
import { SentenceForm, feedbackPath } from '../parts/feedback';
import { explainerPath } from '../state/card';
import { messagePage } from './message-page';

/** What can become of an answer, and what its reader is told. */
const WORDS = {
  counted: ['谢谢，已经记下', null],
  heard: ['谢谢，您的话已经转给编辑', '我们会据此改进，但不能逐条回复。'],
  unclear: ['没有收到您的选择', '请回到解读页，再点一次“有帮助”或“没帮助”。'],
  foreign: ['没有收下这次提交', '它不是从本站的页面发出的。请回到解读页再点一次。'],
  busy: ['提交得太快了', '请过一会儿再试。'],
  gone: ['这篇解读不在了', '它可能已经撤下，不再收集反馈。'],
} as const satisfies Readonly<Record<string, readonly [title: string, more: string | null]>>;
export type FeedbackOutcome = keyof typeof WORDS;

export interface FeedbackAnswer {
  readonly explainer: string;
  readonly outcome: FeedbackOutcome;
  readonly helpful: 'yes' | 'no' | null;
}

/** The answer to a reader's answer. A script takes what is marked `data-answer` into the page that it came from. */
export function feedbackPage(frame: Frame, { explainer, outcome, helpful }: FeedbackAnswer): string {
  const [title, more] = WORDS[outcome];
  return messagePage(frame, {
    title,
    description: '对解读的反馈。',
    path: feedbackPath(explainer),
    children: (
      <>
        <div class="feedback" data-answer>
          <p>
            <strong>{title}</strong>
            {more !== null && `。${more}`}
          </p>
          {outcome === 'counted' && helpful !== null && <SentenceForm explainer={explainer} helpful={helpful} />}
        </div>
        <ul class="message-ways">
          <li>
            <a href={outcome === 'gone' ? '/' : explainerPath(explainer)}>
              {outcome === 'gone' ? '回首页看最新解读' : '回到刚才的解读'}
            </a>
          </li>
        </ul>
      </>
    ),
  });
}
