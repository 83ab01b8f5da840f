import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Publishing } from '../../src/delivery/assemble';

/** As much of the product's configuration as delivering on PostgreSQL needs. */
export function postgresPublishing(databaseUrl: string): Publishing {
  const at = (name: string): string => join(tmpdir(), 'mingbai-bench', name);
  return {
    mode: 'sandbox',
    siteUrl: 'https://www.yunlan.gov.cn',
    accounts: [],
    hosts: {},
    seed: 'none',
    apiToken: null,
    pictureHosts: [],
    secretKey: 'bench',
    paths: {
      database: at('none.db'),
      library: at('library'),
      media: at('media'),
      site: at('site'),
      siteState: at('site-state'),
      demoUsers: at('demo-users.json'),
    },
    site: { siteDir: at('site'), siteStateDir: at('site-state') },
    restoresSite: false,
    databaseUrl,
    works: true,
    startFrozen: false,
    logLevel: 'warn',
    metrics: null,
    lease: 30_000,
  };
}
