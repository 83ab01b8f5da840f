import type { IncomingMessage, ServerResponse } from 'node:http';
import { feedbackPage, type FeedbackOutcome } from '../../publishers/website/pages/feedback-page';
import { siteOf } from '../../publishers/website/settings';
import { explainerPath } from '../../publishers/website/state/card';
import { readItem } from '../../publishers/website/state/item';
import type { Places } from '../../publishers/website/places';
import type { Account } from '../../publishers/contract';
import type { EngineParts } from '../delivery/context';
import { readBody } from '../wechat/read-body';
import { answerForm, type AnswerForm } from './answer-form';
import { createAnswerLimit } from './answer-limit';
import { forgetOldAnswers, keepAnswer } from './feedback';
import { isOwnOrigin } from './is-own-origin';
import { readerAddress } from './reader-address';

const PATH = /^\/feedback\/([A-Za-z0-9_-]{1,64})$/;

const STATUS: Readonly<Record<FeedbackOutcome, number>> = {
  counted: 200,
  heard: 200,
  unclear: 422,
  foreign: 403,
  busy: 429,
  gone: 404,
};

interface Options {
  readonly parts: Pick<EngineParts, 'store' | 'now'>;
  readonly account: Account;
  readonly places: Places;
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * `POST /feedback/<explainer>`: readers say whether an explainer helped, and may add a sentence. No cookie is set, no
 * address is kept, and numbers that would tell who somebody is are masked before anything is stored.
 */
export function createFeedbackDoor({ parts: { store, now }, account, places, headers }: Options) {
  const mayAnswer = createAnswerLimit(now);
  const frame = { site: siteOf(account), siteUrl: account.siteUrl };

  async function receive(
    request: IncomingMessage,
    explainer: string,
  ): Promise<readonly [FeedbackOutcome, AnswerForm?]> {
    if (!isOwnOrigin(request.headers, account.siteUrl)) return ['foreign'];
    if (!mayAnswer(readerAddress(request), explainer)) return ['busy'];
    const body = await readBody(request);
    if ('refused' in body) return ['unclear'];
    const form = answerForm.safeParse(Object.fromEntries(new URLSearchParams(body.text)));
    if (!form.success) return ['unclear'];
    const item = await readItem(places, explainer);
    if (!item?.live || item.withdrawn) return ['gone'];
    const { helpful, sentence } = form.data;
    await keepAnswer(store.db, { explainer, helpful: helpful === 'yes', sentence }, now().getTime());
    return [sentence === null ? 'counted' : 'heard', form.data];
  }

  return {
    /** @returns false when the request is none of its business */
    async answer(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
      const explainer = PATH.exec(request.url ?? '')?.[1];
      if (explainer === undefined) return false;
      if (request.method !== 'POST') {
        response.writeHead(303, { location: explainerPath(explainer), ...headers }).end();
        return true;
      }
      const [outcome, form] = await receive(request, explainer);
      const page = feedbackPage(frame, { explainer, outcome, helpful: form?.helpful ?? null });
      response
        .writeHead(STATUS[outcome], {
          'content-type': 'text/html; charset=utf-8',
          'cache-control': 'no-store',
          ...(outcome === 'busy' && { 'retry-after': '3600' }),
          ...headers,
        })
        .end(page);
      return true;
    },
    forget: (): Promise<void> => forgetOldAnswers(store.db, now().getTime()),
  };
}
