/** @typedef {{ packages?: Record<string, { version?: string, integrity?: string, optional?: boolean }> }} Lockfile */

/**
 * Whether what npm says it has installed (`node_modules/.package-lock.json`) is what the lockfile asks for: the same
 * packages, versions and contents, and none besides. Optional ones, which are the binaries of the various systems, may
 * be missing on either side.
 * @param {Lockfile} wanted package-lock.json
 * @param {Lockfile} installed node_modules/.package-lock.json
 */
export function lockfilesAgree(wanted, installed) {
  const have = installed.packages ?? {};
  // The entry without a name is the project itself, which npm does not record as installed.
  const want = Object.fromEntries(Object.entries(wanted.packages ?? {}).filter(([path]) => path !== ''));
  const paths = new Set([...Object.keys(want), ...Object.keys(have)]);
  return [...paths].every((path) => {
    const [wants, has] = [want[path], have[path]];
    if (!wants || !has) return (wants ?? has)?.optional === true;
    return has.version === wants.version && has.integrity === wants.integrity;
  });
}
