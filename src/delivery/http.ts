import axios, { AxiosError } from 'axios';
import FormData from 'form-data';
import { HttpFailure, type HttpRequest, type HttpResponse, type MultipartPart } from '../../publishers/contract';
import type { Exchange } from './delivery';

/** Longest answer that is read, bytes. A platform's error page of 5 MB must not fill our memory or database. */
const MAX_ANSWER = 2 * 1024 * 1024;
/** Longest piece of a request or an answer that is kept with an attempt, characters. */
const MAX_KEPT = 2_000;
const DEFAULT_TIMEOUT = 15_000;

/** Nothing reached the platform when the connection was never made. */
const NEVER_SENT = new Set([
  'ENOTFOUND',
  'EAI_AGAIN',
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ERR_INVALID_URL',
]);

const SECRET = /((?:access_token|appsecret|secret|token|password)(?:"?\s*[:=]\s*"?|%22%3A%22))[^"&\s,}]+/gi;
/** The password in an address such as `postgres://name:password@host`. */
const IN_ADDRESS = /(\b[a-z][a-z0-9+.-]*:\/\/[^\s:/@]*:)[^\s@/]+@/gi;
const BEARER = /(\bBearer\s+)[^\s"',]+/gi;

/** Hides access tokens, passwords and secrets wherever they may stand in a text. */
export const redact = (value: string): string =>
  value.replace(SECRET, '$1***').replace(IN_ADDRESS, '$1***@').replace(BEARER, '$1***');

const client = axios.create({
  maxRedirects: 0,
  maxContentLength: MAX_ANSWER,
  maxBodyLength: 64 * 1024 * 1024,
  responseType: 'text',
  // A platform's text stays text: parsing belongs to the publisher, who knows what to believe.
  transformResponse: (data: unknown) => data,
  validateStatus: () => true,
  proxy: false,
});

/**
 * One request, no retry, no redirect. Each exchange is handed to `record`, redacted and cut.
 * @param mayStillSend false when the caller lost its claim: then nothing is sent
 * @throws HttpFailure when there is no usable answer
 */
export async function sendHttp(
  request: HttpRequest,
  record: (exchange: Exchange) => void,
  mayStillSend: () => boolean = () => true,
): Promise<HttpResponse> {
  if (!mayStillSend()) throw new HttpFailure('the claim on this delivery was lost before sending', false, 'CLAIM_LOST');
  const started = performance.now();
  const { data, headers, shown } = body(request);
  const kept = (status: number | null, response: string | null): Exchange => ({
    method: request.method,
    url: redact(address(request)),
    request: shown === null ? null : redact(shown.slice(0, MAX_KEPT)),
    status,
    response: response === null ? null : redact(response.slice(0, MAX_KEPT)),
    milliseconds: Math.round(performance.now() - started),
  });
  try {
    const answer = await client.request<string>({
      method: request.method,
      url: request.url,
      params: request.query,
      data,
      headers: { ...headers, ...request.headers },
      timeout: request.timeout ?? DEFAULT_TIMEOUT,
      ...(request.longest !== undefined && { maxContentLength: request.longest }),
      // axios' own timeout does not cover a server that drips bytes for ever.
      signal: AbortSignal.timeout((request.timeout ?? DEFAULT_TIMEOUT) + 1_000),
    });
    record(kept(answer.status, answer.data));
    return {
      status: answer.status,
      headers: Object.fromEntries(Object.entries(answer.headers).map(([name, value]) => [name, String(value)])),
      text: answer.data,
    };
  } catch (error) {
    const code = error instanceof AxiosError ? (error.code ?? 'ERR_NETWORK') : 'ERR_UNKNOWN';
    const failure = new HttpFailure(
      redact(error instanceof Error ? error.message : String(error)),
      !NEVER_SENT.has(code),
      code,
    );
    record(kept(null, `${failure.code}: ${failure.message}`));
    throw failure;
  }
}

const address = (request: HttpRequest): string => {
  const query = new URLSearchParams(
    Object.entries(request.query ?? {}).map(([k, v]): [string, string] => [k, String(v)]),
  );
  return query.size > 0 ? `${request.url}?${query.toString()}` : request.url;
};

function body(request: HttpRequest): { data: unknown; headers: Record<string, string>; shown: string | null } {
  if (request.json !== undefined) {
    // Raw UTF-8: WeChat refuses or misprints \u escapes.
    const data = JSON.stringify(request.json);
    return { data: Buffer.from(data, 'utf8'), headers: { 'content-type': 'application/json' }, shown: data };
  }
  if (request.form) {
    const data = new URLSearchParams(request.form).toString();
    return { data, headers: { 'content-type': 'application/x-www-form-urlencoded' }, shown: data };
  }
  if (request.multipart) {
    const form = new FormData();
    for (const part of request.multipart) append(form, part);
    return { data: form, headers: form.getHeaders(), shown: request.multipart.map(describe).join('; ') };
  }
  return { data: undefined, headers: {}, shown: null };
}

function append(form: FormData, part: MultipartPart): void {
  if ('value' in part) form.append(part.name, part.value);
  else form.append(part.name, Buffer.from(part.bytes), { filename: part.filename, contentType: part.mime });
}

const describe = (part: MultipartPart): string =>
  'value' in part
    ? `${part.name}=${part.value}`
    : `${part.name}=<${part.filename}, ${part.mime}, ${part.bytes.length} bytes>`;
