import { fileURLToPath } from 'node:url';

/** The project's own folder, absolute, whatever the current folder is. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');
