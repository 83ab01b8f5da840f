import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CampaignResult } from './campaign';
import type { Crime } from './judge';
import type { CampaignOptions } from './options';

const CRIMES: readonly Crime[] = ['twice', 'lost', 'false'];

/** One line: how to repeat it, what became of the deliveries, and what must be zero. */
export function reportLine(options: CampaignOptions, { record, findings, ...result }: CampaignResult): string {
  const publications = record.deliveries.filter(({ kind }) => kind === 'publish');
  const states = new Map<string, number>();
  for (const { state } of publications) states.set(state, (states.get(state) ?? 0) + 1);
  const counts = [...states].sort(([, a], [, b]) => b - a).map(([state, count]) => `${state} ${count}`);
  const crimes = CRIMES.map((crime) => `${crime} ${findings.filter((one) => one.crime === crime).length}`);
  return [
    `seed ${options.seed}`,
    `${publications.length} deliveries, ${result.kills} kills, ${result.faults} faults, ${Math.round(result.realSeconds)} s`,
    counts.join(', '),
    crimes.join(', '),
  ].join(' | ');
}

/** Everything known of the offending deliveries. @returns the file */
export function writeDetails(options: CampaignOptions, { record, findings, attempts }: CampaignResult): string {
  const file = join(options.directory, `seed-${options.seed}.json`);
  const details = findings.map((finding) => {
    const delivery = record.deliveries.find(({ id }) => id === finding.delivery);
    return {
      ...finding,
      row: delivery,
      truth: delivery && record.truthOf(delivery),
      related: record.deliveries.filter(({ target, dependsOn }) => [target, dependsOn].includes(finding.delivery)),
      attempts: attempts.get(finding.delivery) ?? [],
    };
  });
  writeFileSync(file, JSON.stringify(details, null, 1));
  return file;
}
