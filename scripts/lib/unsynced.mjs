import { open } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

/*
 * Preloaded (`node --import`) into everything that `npm test` runs. Tests end processes, never the machine: what was
 * written is there without waiting for the disk, and the website waits for it with each of the thousands of files.
 */
const handle = await open(fileURLToPath(import.meta.url));
// Node.js does not export the class.
Object.getPrototypeOf(handle).sync = async () => {};
await handle.close();
