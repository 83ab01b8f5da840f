import { WECHAT_ERRORS, type WechatCode } from './errors';

/** The same texts, for codes that come from outside. */
const TEXTS: Readonly<Record<number, string>> = WECHAT_ERRORS;

/** What a WeChat endpoint answers: JSON, bytes, or a refusal by code. Always HTTP 200. */
export type WechatAnswer =
  | { readonly json: Readonly<Record<string, unknown>>; readonly mime?: string }
  | { readonly bytes: Buffer; readonly mime: string; readonly filename: string }
  | WechatRefusal;

export interface WechatRefusal {
  readonly refused: number;
  readonly hint: string | null;
  /** Further members beside errcode and errmsg. */
  readonly extra: Readonly<Record<string, unknown>>;
}

export const answer = (json: Readonly<Record<string, unknown>>): WechatAnswer => ({ json });

export const accepted = (more: Readonly<Record<string, unknown>> = {}): WechatAnswer => ({
  json: { errcode: 0, errmsg: 'ok', ...more },
});

export const refuse = (
  code: WechatCode,
  hint: string | null = null,
  extra: Readonly<Record<string, unknown>> = {},
): WechatRefusal => ({ refused: code, hint, extra });

/** The JSON of a refusal. Clients must go by the code; the wording and the rid change from call to call. */
export function refusalJson(
  code: number,
  hint: string | null,
  extra: Readonly<Record<string, unknown>>,
  rid: string,
): Readonly<Record<string, unknown>> {
  const text = TEXTS[code] ?? 'system error';
  return { errcode: code, errmsg: `${text}${hint === null ? '' : ` hint: [${hint}]`} rid: ${rid}`, ...extra };
}
