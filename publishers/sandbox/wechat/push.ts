import type { Context } from '../context';
import { randomId } from '../ids';
import { openReply, pushSignature, sealMessage } from './safe-mode';
import { cdata, memberOf } from './xml';

const TRIES = 3;

export interface Pushed {
  readonly kind: 'EVENT' | 'MESSAGE';
  /** The whole message, in the clear. */
  readonly xml: string;
  readonly to: string;
  readonly from: string;
}

/**
 * Pushes one message to the callback address: signed, in safe mode encrypted, three tries. A callback that stays away
 * loses it, as on the platform.
 * @returns the reply in the clear, empty where there is none; null when every try failed
 */
export async function push(context: Context, pushed: Pushed): Promise<string | null> {
  const { callbackUrl } = context.scenarios;
  if (callbackUrl === null) return null;
  const { url, body } = enveloped(context, callbackUrl, pushed);
  for (let attempt = 1; attempt <= TRIES; attempt += 1) {
    const { outcome, reply } = await post(context, url, body);
    context.calls.record({
      at: context.now().toISOString(),
      platform: 'wechat',
      method: pushed.kind,
      path: new URL(url).pathname,
      query: '',
      bytes: Buffer.byteLength(body),
      outcome,
    });
    if (outcome === 'ok') return reply;
  }
  return null;
}

/** The address with timestamp, nonce and signatures, and the body, encrypted where there is a key. */
function enveloped(context: Context, callbackUrl: string, { xml, to, from }: Pushed): { url: string; body: string } {
  const { callbackToken: token, callbackAesKey: key, appId } = context.settings;
  const [timestamp, nonce] = [String(Math.floor(context.now().getTime() / 1000)), randomId(10)];
  const url = new URL(callbackUrl);
  url.searchParams.set('signature', pushSignature(token, timestamp, nonce));
  url.searchParams.set('timestamp', timestamp);
  url.searchParams.set('nonce', nonce);
  url.searchParams.set('openid', from);
  if (key === null) return { url: url.href, body: xml };
  const encrypted = sealMessage(key, appId, xml);
  url.searchParams.set('encrypt_type', 'aes');
  url.searchParams.set('msg_signature', pushSignature(token, timestamp, nonce, encrypted));
  return {
    url: url.href,
    body: `<xml><ToUserName>${cdata(to)}</ToUserName><Encrypt>${cdata(encrypted)}</Encrypt></xml>`,
  };
}

async function post(context: Context, url: string, body: string): Promise<{ outcome: string; reply: string }> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'text/xml' },
      body,
      signal: AbortSignal.timeout(context.scenarios.callbackMs),
    });
    const text = await response.text();
    if (!response.ok) return { outcome: `HTTP ${response.status}`, reply: '' };
    const reply = opened(context, text.trim());
    return reply === null ? { outcome: 'unreadable', reply: '' } : { outcome: 'ok', reply };
  } catch {
    return { outcome: 'no answer', reply: '' };
  }
}

/** What an answer says; null when it is neither nothing, `success` nor a reply in the agreed mode. */
function opened({ settings }: Context, text: string): string | null {
  if (text === '' || text === 'success') return '';
  if (settings.callbackAesKey === null) return text.startsWith('<xml>') ? text : null;
  const [encrypted, signature, at, nonce] = ['Encrypt', 'MsgSignature', 'TimeStamp', 'Nonce'].map((name) =>
    memberOf(text, name),
  );
  if (pushSignature(settings.callbackToken, at ?? '', nonce ?? '', encrypted ?? '') !== signature) return null;
  return openReply(settings.callbackAesKey, settings.appId, encrypted ?? '');
}
