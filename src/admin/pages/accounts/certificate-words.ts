/** From so many days on somebody should act. */
const SOON = 60;

export interface CertificateWords {
  readonly text: string;
  readonly pressing: boolean;
}

/** How long a certificate still lasts. @param until `2027-03-31` @param days until then; negative when it is over */
export function certificateWords(until: string | null, days: number | null): CertificateWords {
  if (until === null || days === null) return { text: '没有填写', pressing: false };
  const [year = '', month = '', date = ''] = until.split('-');
  const day = `${year}年${Number(month)}月${Number(date)}日`;
  if (days < 0) return { text: `${day}已到期`, pressing: true };
  const left = days === 0 ? '今天到期' : `还有 ${days} 天`;
  return { text: `${day}到期，${left}`, pressing: days <= SOON };
}
