import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { isFromPlatform, openPush, type CallbackKeys, type Push } from '../../publishers/wechat/callback/open-push';
import { replyXml, type Reply } from '../../publishers/wechat/callback/reply';
import type { EngineParts } from '../delivery/context';
import { openSearch } from '../site/search/open-search';
import { inTime } from './in-time';
import { forgetOldQuestions } from './questions';
import { readBody } from './read-body';
import { receive, type Receiving } from './receive';
import { seenPushes } from './seen-pushes';

const PATH = /^\/callback\/wechat\/([^/?#]{1,192})(?:\?[^#]*)?$/;
/** Answers a push for which there is nothing to say. */
const RECEIVED = 'success';
/** The platform gives up after five seconds and sends it again; some of them are lost on the way. Milliseconds. */
const PATIENCE = 3_500;
const MAX_ECHO = 256;

interface Options {
  readonly parts: Pick<EngineParts, 'store' | 'accounts' | 'now' | 'log'>;
  /** Of this installation. */
  readonly secret: string;
  /** Deliveries are due: look now. */
  readonly hint: () => void;
  readonly find?: Receiving['find'];
  /** How long a person waits for a reply at most, milliseconds. What takes longer is finished without one. */
  readonly patience?: number;
}

/** `/callback/wechat/<account>`: where WeChat pushes what happens at an account and what people write to it. */
export function createWechatCallback({ parts, secret, hint, find, patience = PATIENCE }: Options) {
  const seen = seenPushes(parts.store.db, secret);

  async function receiving(): Promise<Receiving> {
    const website = (await parts.accounts()).find(({ account }) => account.publisher === 'website')?.account;
    if (!website) throw new Error('there is no website account');
    const search = openSearch(parts, website);
    return { parts, website, hint, find: find ?? ((question) => search.explainers(question)) };
  }

  /** The platform's own copies of a push, and anybody's recording of it, are received and lead to nothing. */
  async function once(account: string, query: URLSearchParams, { message }: Push): Promise<Reply | null> {
    const address = ['timestamp', 'nonce', 'signature'].map((name) => query.get(name) ?? '');
    if (!(await seen.isNew(account, address, message.occasion, parts.now().getTime()))) return null;
    try {
      return await receive(await receiving(), account, message);
    } catch (error) {
      await seen.forget(account, address, message.occasion);
      throw error;
    }
  }

  async function takePush(account: string, keys: CallbackKeys, query: URLSearchParams, request: IncomingMessage) {
    const body = await readBody(request);
    if ('refused' in body) return said(body.refused, 'unreadable');
    const push = openPush(body.text, query, keys);
    if (push === 'forged') return said(403, 'forbidden');
    if (push === 'unreadable') return said(400, 'unreadable');
    const reply = await inTime(once(account, query, push), patience, (error) =>
      parts.log('error', 'a wechat message could not be dealt with', {
        account,
        kind: push.message.kind,
        error: String(error),
      }),
    );
    if (!reply) return said(200, RECEIVED);
    const at = Math.floor(parts.now().getTime() / 1_000);
    const xml = push.seal(replyXml(push.message, reply, at), at, randomBytes(8).toString('hex'));
    return { status: 200, type: 'text/xml; charset=utf-8', text: xml };
  }

  async function respond(account: string, request: IncomingMessage) {
    const keys = await keysOf(parts, account);
    if (!keys) return said(404, 'not found');
    const query = new URL(request.url ?? '/', 'http://callback.invalid').searchParams;
    if (request.method !== 'GET' && request.method !== 'POST') return said(405, 'method not allowed');
    if (!isFromPlatform(query, keys, parts.now())) return said(403, 'forbidden');
    if (request.method === 'POST') return takePush(account, keys, query, request);
    return said(200, (query.get('echostr') ?? '').slice(0, MAX_ECHO));
  }

  return {
    /** @returns false when the address is not of this kind, and nothing was answered */
    async answer(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
      const account = decoded(PATH.exec(request.url ?? '')?.[1]);
      if (account === null) return false;
      // The address holds an OpenID and a signature, so an error must not reach those who log addresses.
      const { status, type, text } = await respond(account, request).catch((error: unknown) => {
        parts.log('error', 'a wechat callback failed', { account, error: String(error) });
        return said(500, 'error');
      });
      // What is left of a body that nobody read would be taken for the next request.
      if (!request.readableEnded && request.method === 'POST') response.setHeader('connection', 'close');
      response.writeHead(status, {
        'content-type': type,
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
      });
      response.end(text);
      return true;
    },
    /** Deletes what was kept long enough. */
    async forget(): Promise<void> {
      const now = parts.now().getTime();
      await seen.forgetOld(now);
      await forgetOldQuestions(parts.store.db, now);
    },
  };
}

const said = (status: number, text: string) => ({ status, type: 'text/plain; charset=utf-8', text });

/** What an account has agreed on with the platform; null where there is no such account or it takes no messages. */
async function keysOf(parts: Options['parts'], name: string): Promise<CallbackKeys | null> {
  const found = (await parts.accounts()).find((a) => a.account.name === name && a.account.publisher === 'wechat');
  const { appId = '', token = '', encodingAesKey = '' } = found?.connection ?? {};
  return token === '' ? null : { appId, token, encodingAesKey };
}

function decoded(text: string | undefined): string | null {
  try {
    return text === undefined ? null : decodeURIComponent(text);
  } catch {
    return null;
  }
}
