import { readdir } from 'node:fs/promises';
import path from 'node:path';

/** Finds a signed file by its bytes alone: on the site it may have another ending than it came with. */
export const originalIn =
  (mediaDirectory: string) =>
  async (sha256: string): Promise<string | null> => {
    const folder = path.join(mediaDirectory, sha256.slice(0, 2));
    const names = await readdir(folder).catch(() => []);
    const name = names.find((one) => one.startsWith(sha256) && !one.endsWith('.tmp'));
    return name === undefined ? null : path.join(folder, name);
  };
