import { z } from 'zod';
import type { Json } from '../contract';

export const THEMES = ['qing', 'zhu', 'su'] as const;
export type ThemeName = (typeof THEMES)[number];
export const THEME_TITLES: Readonly<Record<ThemeName, string>> = { qing: '青', zhu: '朱', su: '素' };

/** 订阅号 and 服务号: how often followers may be pushed to depends on it. */
export const ACCOUNT_KINDS = ['subscription', 'service'] as const;
export type AccountKind = (typeof ACCOUNT_KINDS)[number];

/** What staff set for a WeChat account. Nothing secret. */
export const wechatSettings = z.object({
  theme: z.enum(THEMES).default('qing'),
  /** Stands under the title instead of the explainer's own author; empty = the explainer's. */
  author: z.string().trim().default(''),
  /** Opens comments. The account needs the privilege, or the platform refuses the draft. */
  openComment: z.boolean().default(false),
  kind: z.enum(ACCOUNT_KINDS).default('subscription'),
  /** Pushes to followers that the platform grants this account, where it is not the usual of its kind (`quotas.ts`). */
  massPerDay: z.number().int().positive().max(100).optional(),
  massPerMonth: z.number().int().positive().max(100).optional(),
  /** Mass messages go to followers with this tag only; null = to all. */
  massTagId: z.number().int().nonnegative().nullable().default(null),
});
export type WechatSettings = z.infer<typeof wechatSettings>;

/** Settings of the wrong shape count as not given: rendering must not throw, and a wrong theme is no reason to fail. */
export const readSettings = (settings: Json): WechatSettings =>
  wechatSettings.safeParse(settings).data ?? wechatSettings.parse({});
