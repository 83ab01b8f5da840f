/** The accounts that exist in the demo. */
type DemoAccount = 'website' | 'wechat' | 'weibo' | 'micro-broadcast';

/** A moment relative to the day of the first start, in China: `time` is `HH:MM`. */
interface DayTime {
  readonly account: DemoAccount;
  /** Days after (positive) or before (negative) the first start. */
  readonly day: number;
  readonly time: string;
}

/** A moment relative to the first start itself. */
interface SoonTime {
  readonly account: DemoAccount;
  readonly secondsFromStart: number;
}

export interface DemoPlan {
  /** Already public when somebody first looks: receipts in the past. */
  readonly published: readonly {
    readonly explainer: string;
    readonly deliveries: readonly DayTime[];
    /** When the site got a version that puts right what the first one had wrong. */
    readonly corrected?: DayTime;
  }[];
  /** Goes out on all four channels while somebody watches. */
  readonly next: { readonly explainer: string; readonly deliveries: readonly SoonTime[] };
  /** Signed and scheduled. */
  readonly coming: readonly { readonly explainer: string; readonly deliveries: readonly DayTime[] }[];
  /** Written, not signed. */
  readonly drafts: readonly string[];
}

/** Website first, the others a little later, as every plan of the house. */
const onDay = (day: number, times: Partial<Record<DemoAccount, string>>): readonly DayTime[] =>
  (['website', 'wechat', 'weibo', 'micro-broadcast'] as const).flatMap((account) => {
    const time = times[account];
    return time === undefined ? [] : [{ account, day, time }];
  });

export const plan: DemoPlan = {
  published: [
    {
      explainer: 'tax-deduction-image',
      deliveries: onDay(-34, { website: '09:00', wechat: '09:30', weibo: '10:00' }),
    },
    {
      explainer: 'pension-dates',
      deliveries: onDay(-31, { website: '09:00', wechat: '10:00' }),
      corrected: { account: 'website', day: -30, time: '11:20' },
    },
    { explainer: 'preschool-text', deliveries: onDay(-26, { website: '09:00', wechat: '09:20', weibo: '09:40' }) },
    { explainer: 'preschool-image', deliveries: onDay(-25, { website: '10:00', weibo: '10:20' }) },
    { explainer: 'estates-text', deliveries: onDay(-19, { website: '09:00', wechat: '09:30', weibo: '10:00' }) },
    { explainer: 'estates-video', deliveries: onDay(-17, { website: '15:00' }) },
    { explainer: 'flexible-text', deliveries: onDay(-13, { website: '08:30', wechat: '09:00', weibo: '09:10' }) },
    { explainer: 'flexible-interview', deliveries: onDay(-11, { website: '16:30', wechat: '17:00' }) },
    { explainer: 'trade-in-text', deliveries: onDay(-5, { website: '09:00', wechat: '09:30', weibo: '10:00' }) },
  ],
  next: {
    explainer: 'insurance-residence',
    deliveries: [
      { account: 'website', secondsFromStart: 60 },
      { account: 'wechat', secondsFromStart: 75 },
      { account: 'weibo', secondsFromStart: 90 },
      { account: 'micro-broadcast', secondsFromStart: 90 },
    ],
  },
  coming: [
    {
      explainer: 'trade-in-image',
      deliveries: onDay(1, { website: '09:00', wechat: '09:30', weibo: '10:00' }),
    },
    {
      explainer: 'insurance-interview',
      deliveries: onDay(2, { website: '15:00', wechat: '15:30', 'micro-broadcast': '15:30' }),
    },
    { explainer: 'pension-video', deliveries: onDay(3, { website: '10:00', weibo: '10:30' }) },
    { explainer: 'charging-text', deliveries: onDay(4, { website: '09:00', wechat: '09:30', weibo: '10:00' }) },
  ],
  drafts: ['rental-text'],
};
