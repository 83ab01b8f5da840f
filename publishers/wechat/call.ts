import type { z } from 'zod';
import { HttpFailure, type HttpRequest, type Io } from '../contract';
import { problem } from '../problems';
import { readAnswer, type Answer, type CallAnswer, type NotSent } from './answer';
import type { WechatConnection } from './connection';
import { PLATFORM, problemOf } from './refused';
import { accessToken, tokenInsteadOf } from './token';

/** Said before anything is carried out, so the call may be repeated with a new token. */
const TOKEN_REFUSED = new Set([40001, 40014, 42001]);

/** `path` is below `/cgi-bin/`, unless it begins at the root. */
export type Request = Pick<HttpRequest, 'query' | 'json' | 'multipart' | 'timeout'> & { readonly path: string };

/**
 * One call with an access token, repeated once when the platform refuses the token itself.
 * @throws HttpFailure when this call, and not the one for the token, got no usable answer
 */
export async function call<T>(
  { path, ...request }: Request,
  schema: z.ZodType<T>,
  connection: WechatConnection,
  io: Io,
): Promise<CallAnswer<T>> {
  const send = async (token: string): Promise<Answer<T>> => {
    const url = connection.apiBaseUrl + (path.startsWith('/') ? path : `/cgi-bin/${path}`);
    const query = { access_token: token, ...request.query };
    const answer = readAnswer(schema, await io.http({ method: 'POST', ...request, url, query }), io.now());
    // The text holds the platform's own number for this call (rid), by which its support finds it.
    if (answer.type === 'refusal') io.log('warn', 'wechat refused a call', { path, ...answer });
    return answer;
  };

  const token = await asCertain(() => accessToken(connection, io));
  if (token.type !== 'answer') return token;
  const answer = await send(token.value);
  if (answer.type !== 'refusal' || !TOKEN_REFUSED.has(answer.code)) return answer;
  const other = await asCertain(() => tokenInsteadOf(token.value, connection, io));
  return other.type === 'answer' ? send(other.value) : other;
}

type Token = { readonly type: 'answer'; readonly value: string } | NotSent;

/** Without a token the call itself has certainly not gone out, whatever happened to the question for the token. */
async function asCertain(ask: () => Promise<Answer<string>>): Promise<Token> {
  try {
    const answer = await ask();
    if (answer.type === 'answer') return answer;
    return { type: 'not-sent', problem: problemOf(answer), wait: answer.wait };
  } catch (failure) {
    if (!(failure instanceof HttpFailure)) throw failure;
    return { type: 'not-sent', problem: problem('delivery.unreachable', PLATFORM), wait: null };
  }
}
