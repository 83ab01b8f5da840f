import { envelope, isEncodingKey } from './envelope';
import { readMessage, type Message } from './message';
import { readXml } from './read-xml';
import { isSigned, signatureOf } from './signature';
import { writeXml } from './write-xml';

/** What an account and the platform have agreed on for messages. */
export interface CallbackKeys {
  readonly appId: string;
  /** Empty = the account takes no messages. */
  readonly token: string;
  /** Empty = messages come in the clear. With a key, everything that is not encrypted is refused. */
  readonly encodingAesKey: string;
}

export interface Push {
  readonly message: Message;
  /** Puts around a reply what the message came in. @param at seconds since 1970 */
  readonly seal: (reply: string, at: number, nonce: string) => string;
}

/** How far the platform's clock may be from ours before a message counts as a recording of an old one, milliseconds. */
const WINDOW = 5 * 60_000;

/**
 * Whether the address of a request was written by somebody who knows the token, a moment ago. Asked before the body is
 * read: a stranger's is not worth reading.
 */
export function isFromPlatform(query: URLSearchParams, { token }: CallbackKeys, now: Date): boolean {
  const timestamp = query.get('timestamp') ?? '';
  if (token === '' || !/^\d{1,12}$/.test(timestamp)) return false;
  if (!isSigned(query.get('signature') ?? '', [token, timestamp, query.get('nonce') ?? ''])) return false;
  return Math.abs(now.getTime() - Number(timestamp) * 1_000) <= WINDOW;
}

/** Opens the body of a request whose address is from the platform. `forged` also for what is meant for another account. */
export function openPush(body: string, query: URLSearchParams, keys: CallbackKeys): Push | 'forged' | 'unreadable' {
  const root = readXml(body);
  if (!root) return 'unreadable';
  if (keys.encodingAesKey === '') {
    const message = readMessage(root);
    return message ? { message, seal: (reply) => reply } : 'unreadable';
  }
  const encrypted = root.children.find(({ name }) => name === 'Encrypt')?.text.trim() ?? '';
  if (encrypted === '' || !isEncodingKey(keys.encodingAesKey)) return 'forged';
  const given = (name: string): string => query.get(name) ?? '';
  if (!isSigned(given('msg_signature'), [keys.token, given('timestamp'), given('nonce'), encrypted])) return 'forged';
  const closed = envelope(keys.encodingAesKey, keys.appId);
  const opened = closed.open(encrypted);
  if (opened === null) return 'forged';
  const inner = readXml(opened);
  const message = inner && readMessage(inner);
  if (!message) return 'unreadable';
  return {
    message,
    seal: (reply, at, own) => {
      const sealed = closed.close(reply);
      return writeXml('xml', [
        ['Encrypt', sealed],
        ['MsgSignature', signatureOf([keys.token, String(at), own, sealed])],
        ['TimeStamp', at],
        ['Nonce', own],
      ]);
    },
  };
}
