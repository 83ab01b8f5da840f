import { WEIBO_ERRORS, type WeiboCode } from './errors';

/** What a Weibo endpoint answers. */
export type WeiboAnswer = { readonly json: unknown } | { readonly refused: number; readonly text: string };

export const answer = (json: unknown): WeiboAnswer => ({ json });

/** @param detail replaces `%s` in the text, or the whole text where it has none */
export function refuse(code: WeiboCode, detail: string | null = null): WeiboAnswer {
  const { text }: { text: string } = WEIBO_ERRORS[code];
  if (detail === null) return { refused: code, text: text.replace(' (%s)', '') };
  return { refused: code, text: text.includes('%s') ? text.replace('%s', detail) : detail };
}
