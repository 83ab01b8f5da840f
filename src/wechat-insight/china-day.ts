import { CHINA_OFFSET } from '../../publishers/china-offset';

export const DAY = 24 * 3_600_000;

/** `2026-11-23` in China. @param at milliseconds UTC */
export const chinaDay = (at: number): string => new Date(at + CHINA_OFFSET).toISOString().slice(0, 10);

/** When a day began in China, milliseconds UTC. */
export const dayStart = (day: string): number => Date.parse(day) - CHINA_OFFSET;
