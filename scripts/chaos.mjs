import { runScript } from './lib/run-script.mjs';

await runScript(() => import('./lib/run-chaos.mjs'));
