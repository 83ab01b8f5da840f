import { clockOf } from './processes/clock.cjs';

export interface CampaignClock {
  /** Milliseconds UTC of the real clock at which the campaign began. */
  readonly realStart: number;
  /** What time it was then, milliseconds UTC. */
  readonly start: number;
  readonly factor: number;
}

/** Twenty minutes in one: slow enough for three ticks of the engine in the shortest minute of a delivery. */
const FACTOR = 20;

/** Begins in the morning, so that no quota of the day is renewed in the middle. */
export const createCampaignClock = (): CampaignClock => ({
  realStart: Date.now(),
  start: Date.parse('2026-11-23T08:00:00+08:00'),
  factor: FACTOR,
});

export const nowOf = (clock: CampaignClock): (() => Date) => clockOf(clock);
