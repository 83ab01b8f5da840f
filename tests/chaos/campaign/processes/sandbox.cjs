'use strict';
/** The platforms of a campaign: the built sandbox on the campaign's clock, in a process of its own that nobody kills. */
const { join } = require('node:path');
const { clockOf } = require('./clock.cjs');

const settings = JSON.parse(process.argv[2] ?? '{}');
const { startSandbox } = require(join(settings.dist, 'publishers/sandbox/server.js'));

startSandbox({
  port: 0,
  stateDir: settings.directory,
  now: clockOf(settings.clock),
  boundDomain: settings.boundDomain,
  weiboUid: settings.weiboUid,
  publishMs: 8_000,
}).then((sandbox) => {
  // Limits of the platforms are not what a campaign is about; refusals for them come as faults.
  Object.assign(sandbox.scenarios, { weiboPerHour: 1e6, weiboPerDay: 1e6, quotaFactor: 1e3 });
  process.send?.({ ready: sandbox.url });
});
process.on('disconnect', () => process.exit(0));
