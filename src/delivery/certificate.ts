import type { Accounts } from './accounts';
import { chinaTime } from './china-time';
import type { EngineParts } from './context';
import { tellOnce } from './notices';

const DAY = 24 * 60 * 60_000;
/** Days before its last day on which staff are reminded: a renewal takes weeks. */
export const REMINDERS = [60, 30, 7] as const;

/** Whole days until `day` (`2027-03-31`) in China: 0 on the day itself, negative after it. */
export const daysUntil = (day: string, now: Date): number =>
  Math.round((Date.parse(`${day}T00:00:00Z`) - Date.parse(`${chinaTime(now.getTime()).slice(0, 10)}T00:00:00Z`)) / DAY);

/** Reminds staff of certificates that end, once at each of the days: the nearest that has come, never a heap at once. */
export async function remindOfCertificates(
  parts: Pick<EngineParts, 'store' | 'now'>,
  accounts: Pick<Accounts, 'stored'>,
): Promise<void> {
  const now = parts.now();
  for (const { name, title, certifiedUntil } of await accounts.stored()) {
    if (certifiedUntil === null) continue;
    const left = daysUntil(certifiedUntil, now);
    const stage = left < 0 ? 'over' : [...REMINDERS].reverse().find((days) => left <= days);
    if (stage === undefined) continue;
    await tellOnce(
      parts.store.db,
      {
        occasion: `certificate:${name}:${certifiedUntil}:${stage}`,
        kind: 'account',
        text: words(title, certifiedUntil, left),
        delivery: null,
        explainer: null,
      },
      now.getTime(),
    );
  }
}

function words(title: string, day: string, left: number): string {
  const [year = '', month = '', date = ''] = day.split('-');
  const when = `${year}年${Number(month)}月${Number(date)}日`;
  if (left < 0) {
    return `“${title}”的认证已在${when}到期，可能不能再由系统发布。请到平台后台补办年审，办好后在“渠道账号”里更新日期。`;
  }
  const rest = left === 0 ? '就是今天' : `还有 ${left} 天`;
  return `“${title}”的认证${when}到期，${rest}；到期后不能再由系统发布。请到平台后台办理年审，办好后在“渠道账号”里更新日期。`;
}
