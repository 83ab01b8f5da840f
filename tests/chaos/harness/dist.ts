import { join } from 'node:path';

/** Where the built product is; `npm test` builds it before these tests run. */
export const DIST = process.env['MINGBAI_DIST'] ?? join(__dirname, '../../../dist');
