import { rmSync } from 'node:fs';
import { runCampaign } from './campaign';
import type { CampaignOptions } from './options';
import { reportLine, writeDetails } from './report';
import { logIn } from './settings';

/** One campaign, given as JSON in the first argument; see scripts/lib/run-chaos.mjs. Ends with 1 when something was found. */
async function main(): Promise<void> {
  // Made by scripts/lib/chaos-options.mjs, which has checked it.
  const given = JSON.parse(process.argv[2] ?? '{}') as CampaignOptions;
  const result = await runCampaign(given);
  console.log(reportLine(given, result));
  if (result.findings.length === 0) {
    rmSync(given.directory, { recursive: true, force: true, maxRetries: 5 });
    return;
  }
  console.log(`details: ${writeDetails(given, result)}\nlog: ${logIn(given.directory)}`);
  process.exitCode = 1;
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
