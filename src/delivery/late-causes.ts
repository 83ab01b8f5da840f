import { PROBLEMS } from '../../publishers/problems';

/** A delay of up to so many milliseconds is no delay: the clock that begins a run ticks once a second. */
export const ON_TIME = 2_000;

/**
 * What keeps a delivery from going out in its second, by the code that is stored with it, in words for staff. Beside
 * these, a cause may be the code of a platform's or the engine's problem.
 */
export const LATE_CAUSES = {
  freeze: '发布冻结',
  person: '人工暂停或由人处理',
  dependency: '等待前面的渠道发布',
  account: '渠道账号异常，暂停投放',
  'no-account': '找不到渠道账号',
  quota: '渠道额度用完，等待额度',
  'platform-busy': '平台还在处理素材',
  preparation: '准备用的时间长，例如临时发布时上传素材',
  backlog: '同时到期的投放多，或前一个进程中断后接手，排队发出',
  repeated: '进程中断，核实没有发出后重新发出',
  absence: '当时没有进程在投放',
} as const;
export type LateCause = keyof typeof LATE_CAUSES;

const words: Readonly<Record<string, string | undefined>> = LATE_CAUSES;

/** Any stored cause in words. A problem's words have gaps to be filled, so its code stands beside the general word. */
export function lateCauseWords(code: string): string {
  const known = words[code];
  if (known !== undefined) return known;
  const what = PROBLEMS[code]?.what;
  return what !== undefined && !what.includes('{') ? what.replace(/。$/, '') : `渠道返回问题（${code}）`;
}
