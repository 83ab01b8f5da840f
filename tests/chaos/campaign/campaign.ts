import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Attempt } from '../../../src/delivery/delivery';
import { DIST } from '../harness/dist';
import { createCampaignClock, nowOf, type CampaignClock } from './clock';
import { startFleet, type Fleet } from './fleet';
import { judge, type Finding, type Record } from './judge';
import { openCampaignNewsroom, type CampaignNewsroom } from './newsroom';
import type { CampaignOptions } from './options';
import { startPlatforms, type Platforms } from './platforms';
import { createRandom, type Random } from './random';
import { readRecord } from './record';
import { BOUND_DOMAIN, logIn, publishingFor, QUOTAS, WEIBO_UID } from './settings';
import { settle } from './settle';
import { makeStories } from './story';
import { timeline, type Moment } from './timeline';
import { readTruth } from './truth';

export interface CampaignResult {
  readonly record: Record;
  readonly findings: readonly Finding[];
  /** Of the deliveries about which something was found. */
  readonly attempts: ReadonlyMap<string, readonly Attempt[]>;
  readonly kills: number;
  readonly faults: number;
  readonly realSeconds: number;
}

/** Real seconds for which there is work to kill processes in. */
const spanOf = ({ deliveries, kills }: CampaignOptions): number => Math.max(12, kills * 3, deliveries * 0.5);

/** A seeded random run of the whole engine, and what it says at the end compared with what readers can see. */
export async function runCampaign(options: CampaignOptions): Promise<CampaignResult> {
  const began = performance.now();
  mkdirSync(options.directory, { recursive: true });
  const log = logIn(options.directory);
  const random = createRandom(options.seed);
  const clock = createCampaignClock();
  const platforms = await startPlatforms(
    {
      dist: DIST,
      directory: join(options.directory, 'sandbox'),
      clock,
      boundDomain: BOUND_DOMAIN,
      weiboUid: WEIBO_UID,
    },
    log,
  );
  const publishing = publishingFor(options.directory, platforms.url, options.databaseUrl);
  const newsroom = await openCampaignNewsroom(publishing, clock);
  const settings = { dist: DIST, publishing, clock, quotas: QUOTAS };
  const fleet = await startFleet(options.workers, settings, log);
  try {
    const counts = await storm(options, { random, clock, platforms, newsroom, fleet });
    await settle({ random, clock, platforms, newsroom, paths: publishing.paths });
    await fleet.end();
    await pause(500); // what the sandbox writes with a delay
    const record = { ...(await readRecord(newsroom.db)), truthOf: await readTruth(platforms, publishing.paths) };
    const findings = judge(record);
    const attempts = await attemptsOf(newsroom, findings);
    return { record, findings, attempts, realSeconds: (performance.now() - began) / 1_000, ...counts };
  } finally {
    await fleet.end();
    await newsroom.end();
    await platforms.end();
  }
}

async function attemptsOf(
  { parts }: CampaignNewsroom,
  findings: readonly Finding[],
): Promise<CampaignResult['attempts']> {
  const ids = [...new Set(findings.map(({ delivery }) => delivery))];
  return new Map(await Promise.all(ids.map(async (id) => [id, await parts.store.attempts(id)] as const)));
}

export interface Scene {
  readonly random: Random;
  readonly clock: CampaignClock;
  readonly platforms: Platforms;
  readonly newsroom: CampaignNewsroom;
  readonly fleet: Fleet;
}

/** Plans, deeds, faults, freezes and kills, each at its moment. Kills and stops do not keep the others waiting. */
async function storm(options: CampaignOptions, scene: Scene): Promise<{ kills: number; faults: number }> {
  const { random, clock } = scene;
  const realSpan = spanOf(options);
  const stories = makeStories(random, options.deliveries, realSpan * clock.factor * 0.85);
  const moments = timeline(options, scene, stories, realSpan * clock.factor);
  const under: Promise<void>[] = [];
  for (const moment of moments) {
    await until(clock, moment.at);
    const work = perform(moment);
    if (moment.waits) await work;
    else under.push(work);
  }
  await Promise.all(under);
  const count = (kind: Moment['kind']): number => moments.filter((moment) => moment.kind === kind).length;
  return { kills: count('kill'), faults: count('fault') };
}

const perform = ({ perform: work }: Moment): Promise<void> => work();

/** @param seconds of the campaign's time after its start */
async function until(clock: CampaignClock, seconds: number): Promise<void> {
  const left = (clock.start + seconds * 1_000 - nowOf(clock)().getTime()) / clock.factor;
  if (left > 0) await pause(left);
}
