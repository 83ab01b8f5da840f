import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCampaign } from './campaign/campaign';
import { reportLine } from './campaign/report';

describe('a fault campaign', () => {
  it('finds nothing twice, nothing lost and nothing false', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'mingbai-campaign-'));
    const options = {
      seed: 20_261_123,
      deliveries: 40,
      kills: 6,
      workers: 1,
      databaseUrl: null,
      stopFor: 0,
      directory,
    };
    const { findings, ...result } = await runCampaign(options);
    const line = reportLine(options, { findings, ...result });
    expect({ line, findings }).toEqual({ line, findings: [] });
    expect(result.record.deliveries.filter(({ state }) => state === 'published').length).toBeGreaterThan(20);
    rmSync(directory, { recursive: true, force: true, maxRetries: 5 });
  }, 180_000);
});
