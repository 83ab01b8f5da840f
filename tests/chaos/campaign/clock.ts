import { clockOf } from './processes/clock.cjs';

export interface CampaignClock {
  /** Milliseconds UTC of the real clock at which the campaign began. */
  readonly realStart: number;
  /** What time it was then, milliseconds UTC. */
  readonly start: number;
  readonly factor: number;
}

/** Fast enough for hours to pass, slow enough that two busy cores get their work done within a grace. */
const FACTOR = 12;

/** Begins in the morning, so that no quota of the day is renewed in the middle. */
export const createCampaignClock = (): CampaignClock => ({
  realStart: Date.now(),
  start: Date.parse('2026-11-23T08:00:00+08:00'),
  factor: FACTOR,
});

export const nowOf = (clock: CampaignClock): (() => Date) => clockOf(clock);
