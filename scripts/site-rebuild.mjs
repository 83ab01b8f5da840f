import { runScript } from './lib/run-script.mjs';

await runScript(() => import('./lib/rebuild-site.mjs'));
