/** @typedef {{ packages?: Record<string, { version?: string, integrity?: string, optional?: boolean }> }} Lockfile */

/**
 * Whether what npm says it has installed (`node_modules/.package-lock.json`) is what the lockfile asks for: the same
 * packages, versions and contents, where optional ones (other platforms' binaries) may be absent.
 * @param {Lockfile} wanted package-lock.json
 * @param {Lockfile} installed node_modules/.package-lock.json
 */
export function lockfilesAgree(wanted, installed) {
  const have = installed.packages ?? {};
  // The entry without a name is the project itself, which npm does not record as installed.
  const want = Object.entries(wanted.packages ?? {}).filter(([path]) => path !== '');
  const wantedIsThere = want.every(([path, entry]) => {
    const found = have[path];
    if (!found) return entry.optional === true;
    return found.version === entry.version && found.integrity === entry.integrity;
  });
  const known = new Set(want.map(([path]) => path));
  return wantedIsThere && Object.keys(have).every((path) => known.has(path));
}
