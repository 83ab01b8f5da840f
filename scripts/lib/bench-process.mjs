import { createRequire } from 'node:module';

// One file of tests/bench (see run-bench.mjs): runs every function that it exports, each of which answers with a row or
// several, and hands them to the parent.
const [, , file] = process.argv;
const exported = Object.values(createRequire(import.meta.url)(String(file)));
const benches = exported.filter((value) => typeof value === 'function');
const rows = [];
for (const bench of benches) rows.push(...[await bench()].flat());
process.send?.(rows, () => process.disconnect());
