import { PROBLEMS, problem, type Problem } from '../problems';

/** Fills `{platform}` in the words that all channels share. */
export const PLATFORM = { platform: '微博' } as const;

/** The platform's refusal in words. A number that we do not know proves nothing, so it counts as unknown. */
export function refused({ code, text }: { readonly code: number; readonly text: string }): Problem {
  const known = `weibo.${code}`;
  return known in PROBLEMS ? problem(known) : problem('weibo.unknown-code', { code, text: text.slice(0, 120) });
}
