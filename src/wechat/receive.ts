import type { Account } from '../../publishers/contract';
import type { Message } from '../../publishers/wechat/callback/message';
import type { Reply } from '../../publishers/wechat/callback/reply';
import type { EngineParts } from '../delivery/context';
import type { Found } from '../site/search/find-explainers';
import { answerQuestion, onlyWords, welcome } from './answer-question';
import { lookAgain } from './look-again';
import { maskText } from './mask-text';
import { keepQuestion } from './questions';

/** Longest question that is searched for, characters: as on the site. */
const MAX_QUESTION = 60;

/** Greetings and thanks: no question, and nothing to search for. */
const COURTESY =
  /^(?:你好|您好|早上好|下午好|晚上好|在吗|有人吗|谢谢|感谢|辛苦|再见|hi|hello)[了您你啊呀吗。，！!,.~～ ]*$/iu;

export interface Receiving {
  readonly parts: Pick<EngineParts, 'store' | 'now' | 'log'>;
  readonly website: Account;
  readonly find: (question: string) => Promise<Found>;
  /** Deliveries are due: look now. */
  readonly hint: () => void;
}

/** Does what follows from a new message and gives the reply, or null where none is expected. */
export async function receive(receiving: Receiving, account: string, message: Message): Promise<Reply | null> {
  const { parts, website } = receiving;
  switch (message.kind) {
    case 'text':
      return answer(receiving, account, message.text);
    case 'wordless':
      return onlyWords(website);
    case 'subscribe':
      return welcome(website);
    case 'publish-finished':
    case 'mass-finished': {
      const looking = await lookAgain(parts.store, account, message, parts.now().getTime());
      parts.log('info', 'wechat told of a finished job', { account, kind: message.kind, looking });
      if (looking > 0) receiving.hint();
      return null;
    }
    case 'other':
      return null;
  }
}

async function answer({ parts, website, find }: Receiving, account: string, text: string): Promise<Reply> {
  const masked = maskText(text);
  if (COURTESY.test(masked)) return welcome(website);
  const question = Array.from(masked).slice(0, MAX_QUESTION).join('');
  const { reply, ...answered } = answerQuestion(website, question, await find(question));
  await keepQuestion(parts.store.db, { account, text: masked, ...answered }, parts.now().getTime());
  return reply;
}
