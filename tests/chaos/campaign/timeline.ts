import { setTimeout as pause } from 'node:timers/promises';
import { TABLES } from '../../../src/delivery/schema';
import type { Scene } from './campaign';
import { nowOf } from './clock';
import type { CampaignOptions } from './options';
import { CHANNELS, type Story } from './story';
import { makeFault } from './weather';

export interface Moment {
  /** Seconds of the campaign's time after its start. */
  readonly at: number;
  readonly kind: 'plan' | 'deed' | 'fault' | 'freeze' | 'kill' | 'stop';
  /** Whether later moments wait until it is over. */
  readonly waits: boolean;
  readonly perform: () => Promise<void>;
}

/** How long an aimed kill waits for a delivery to be in the middle of its one call, real milliseconds. */
const AIM = 2_000;

/** Everything that will happen, in its order. @param span seconds of the campaign's time */
export function timeline(
  options: CampaignOptions,
  scene: Scene,
  stories: readonly Story[],
  span: number,
): readonly Moment[] {
  const { random, clock, platforms, newsroom, fleet } = scene;
  const now = nowOf(clock);
  const people = (kind: 'plan' | 'deed', at: number, perform: () => Promise<unknown>): Moment => ({
    at,
    kind,
    waits: true,
    perform: async () => {
      await perform();
    },
  });

  const planned = stories.flatMap((story) => [
    people('plan', story.plannedAt, () => newsroom.plan(story)),
    ...story.deeds.map(({ at, account, action, body }) =>
      people('deed', at, () => newsroom.act(story, account, action, body(now().getTime()))),
    ),
  ]);
  const faults = times(Math.round(options.deliveries * 0.5), (): Moment => {
    const refusal = random.chance(0.05);
    const fault = makeFault(random);
    return {
      at: random.between(30, span),
      kind: 'fault',
      waits: true,
      perform: () => (refusal ? platforms.refuseNext(random.pick([2, 3, 4])) : platforms.addFault(fault)),
    };
  });
  const freezes = times(Math.max(1, Math.round(span / 500)), (): Moment[] => {
    const at = random.between(60, span * 0.9);
    const accounts = random.chance(0.3) ? null : [random.pick(CHANNELS), random.pick(CHANNELS)];
    return [
      { at, kind: 'freeze', waits: true, perform: () => newsroom.freeze(accounts && [...new Set(accounts)]) },
      { at: at + random.between(40, 120), kind: 'freeze', waits: true, perform: () => newsroom.lift() },
    ];
  });
  const kills = times(options.kills, (): Moment => {
    const slot = random.whole(0, fleet.size - 1);
    const aimed = random.chance(0.5) ? random.between(0, 60) : null;
    return {
      at: random.between(40, span),
      kind: 'kill',
      waits: false,
      perform: async () => {
        if (aimed !== null) await untilCommitting(scene, aimed);
        await fleet.replace(slot);
      },
    };
  });
  const stops = times(options.stopFor > 0 ? Math.floor(span / options.stopFor / 2) : 0, (): Moment => ({
    at: random.between(40, span),
    kind: 'stop',
    waits: false,
    perform: () => fleet.stop(random.whole(0, fleet.size - 1), (options.stopFor * 1_000) / clock.factor),
  }));
  return [...planned, ...faults, ...freezes.flat(), ...kills, ...stops].sort((a, b) => a.at - b.at);
}

const times = <T>(count: number, make: () => T): T[] => Array.from({ length: count }, make);

/** Half of the kills are aimed at the dangerous moments, which a blind one seldom meets. */
async function untilCommitting({ newsroom: { db } }: Scene, afterwards: number): Promise<void> {
  const end = performance.now() + AIM;
  while (performance.now() < end) {
    const row: unknown = await db(TABLES.deliveries)
      .where({ state: 'committing' })
      .whereNotNull('lease_until')
      .first('id');
    if (row) break;
    await pause(5);
  }
  await pause(afterwards);
}
