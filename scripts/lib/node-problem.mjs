/**
 * Says what is wrong with the running Node.js, in both languages, or nothing when it fits.
 * Uses no syntax or module newer than Node 14, because it has to run on the versions that it refuses.
 * @param {string} version as `process.versions.node`
 * @param {string} range as in package.json `engines.node`, of the form `>=20.19 <25`
 * @returns {string | undefined}
 */
export function nodeProblem(version, range) {
  const bounds = /^>=(\S+) <(\S+)$/.exec(range);
  if (!bounds) throw new Error(`engines.node must read ">=A <B": ${range}`);
  if (compare(version, String(bounds[1])) >= 0 && compare(version, String(bounds[2])) < 0) return undefined;
  return [
    `需要 Node.js ${range}，当前是 ${version}。请安装合适的版本后重试：https://nodejs.org`,
    `Node.js ${range} is required, this is ${version}.`,
  ].join('\n');
}

/**
 * @param {string} a
 * @param {string} b
 */
function compare(a, b) {
  const [left, right] = [a, b].map((version) => version.split('.').map(Number));
  for (let i = 0; i < 3; i += 1) {
    const difference = (left?.[i] ?? 0) - (right?.[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
