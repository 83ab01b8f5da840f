/** Those between whom messages go: the account, the platform's helper for events, and somebody who follows the account. */
export const OWNER = 'gh_sandbox000001';
export const HELPER = 'oSandboxMphelper000000000001';
export const CITIZEN = 'oSandboxCitizen0000000000001';
/** Everybody who follows the account from the start, one of them among those that it has starred (星标组, tag 2). */
export const FOLLOWERS = [
  { openid: CITIZEN, tags: [] },
  { openid: 'oSandboxCitizen0000000000002', tags: [2] },
  { openid: 'oSandboxCitizen0000000000003', tags: [] },
] as const;

/** The members with which every message begins. @param at milliseconds */
export const headOf = (from: string, at: number): string =>
  `<ToUserName><![CDATA[${OWNER}]]></ToUserName><FromUserName><![CDATA[${from}]]></FromUserName><CreateTime>${Math.floor(at / 1000)}</CreateTime>`;
