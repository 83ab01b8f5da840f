import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { sampleContent } from '../unit/publishers/article/sample-version';
import { DIST } from './harness/dist';

const ZONES = [undefined, 'UTC', 'Etc/UTC', 'Asia/Shanghai', 'America/New_York'] as const;

/** Ordinary, at the turn of a day and of a year, in New York's missing and doubled hours, and a leap day. */
const TIMES = [
  '2026-11-23T09:00:00+08:00',
  '2026-11-23T01:00:00Z',
  '2026-12-31T23:59:00+08:00',
  '2027-01-01T00:00:00+08:00',
  '2026-03-08T02:30:00+08:00',
  '2026-03-08T02:30:00-05:00',
  '2026-11-01T01:30:00-04:00',
  '2026-11-01T01:30:00-05:00',
  '2028-02-29T12:00:00+08:00',
];

interface Told {
  readonly told: readonly Record<string, unknown>[];
  readonly renditions: readonly unknown[];
}

/** What a process of the product under this TZ says of the times, and what it renders. */
async function tellUnder(zone: string | undefined): Promise<Told> {
  const env: NodeJS.ProcessEnv = { ...process.env, TZ: zone };
  if (zone === undefined) delete env['TZ'];
  const settings = JSON.stringify({ dist: DIST, content: sampleContent(), times: TIMES });
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [join(__dirname, 'harness/tell-times.cjs'), settings],
    {
      env,
    },
  );
  return JSON.parse(stdout) as Told; // printed by our own script
}

describe('R8: the zone of the server', () => {
  it('changes nothing: what is read, stored, shown, planned and rendered is the same under each', async () => {
    const [first, ...others] = await Promise.all(ZONES.map(tellUnder));
    expect(first?.told).toHaveLength(TIMES.length);
    expect(first?.renditions).toHaveLength(4);
    for (const other of others) expect(other).toEqual(first);
  });

  it('never moves nine in the morning in China', async () => {
    const [nine, same] = (await tellUnder('America/New_York')).told;
    expect(nine).toMatchObject({
      stored: Date.parse('2026-11-23T01:00:00.000Z'),
      dueAt: '2026-11-23T01:00:00.000Z',
      shown: '2026-11-23 09:00',
      zone: 'Asia/Shanghai',
    });
    expect(same).toMatchObject({ dueAt: '2026-11-23T01:00:00.000Z' });
  });
});
