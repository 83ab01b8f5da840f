import { createHash } from 'node:crypto';
import type { World } from './open-callback';

export const CITIZEN = 'oCitizenWhoMustNotBeKept0001';

export interface Answer {
  readonly status: number;
  readonly text: string;
}

/** An address as the platform signs it in the clear. */
export function signed(
  { url, clock }: Pick<World, 'url' | 'clock'>,
  given: { token?: string; nonce?: string; at?: number; more?: Record<string, string> } = {},
): string {
  const { token = 'sandbox-token', nonce = Math.random().toString(36).slice(2), at = clock.now().getTime() } = given;
  const timestamp = String(Math.floor(at / 1_000));
  const signature = createHash('sha1').update([token, timestamp, nonce].sort().join('')).digest('hex');
  const query = new URLSearchParams({ signature, timestamp, nonce, openid: CITIZEN, ...given.more });
  return `${url}?${query.toString()}`;
}

export async function post(address: string, body: BodyInit): Promise<Answer> {
  // Node's fetch wants to know that a stream is sent before anything is received.
  const streamed = body instanceof ReadableStream ? { duplex: 'half' } : {};
  const response = await fetch(address, { method: 'POST', body, ...streamed });
  return { status: response.status, text: await response.text() };
}

/** A message of a citizen in the clear. */
export const messageXml = (inner: string): string =>
  `<xml><ToUserName><![CDATA[gh_1]]></ToUserName><FromUserName><![CDATA[${CITIZEN}]]></FromUserName><CreateTime>1767225660</CreateTime>${inner}</xml>`;

export const textXml = (text: string, id: number): string =>
  messageXml(`<MsgType><![CDATA[text]]></MsgType><Content><![CDATA[${text}]]></Content><MsgId>${id}</MsgId>`);
