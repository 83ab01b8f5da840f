import { join } from 'node:path';
import type { AccountDefinition } from '../../../src/delivery/accounts';
import type { Publishing } from '../../../src/delivery/assemble';
import { siteKeyOf } from '../../../src/site-key-of';
import type { Quota } from '../../../publishers/contract';
import { pathsIn } from './newsroom';

const SITE = 'https://www.yunlan.gov.cn';
export const WEIBO_UID = '1404376560';
export const BOUND_DOMAIN = 'www.yunlan.gov.cn';

/**
 * Real milliseconds. Short, so that what a killed process held is soon free again; well above the time for which two
 * busy cores keep a living process from renewing it.
 */
const LEASE = 3_000;

/** Instead of the platforms' own, which would spread three hundred posts over days: often full, and soon open again. */
export const QUOTAS: Readonly<Record<string, readonly Quota[]>> = {
  weibo: [{ name: 'campaign', title: '每分钟 5 条', mode: null, limit: 5, window: 'minute' }],
};

/** The product's configuration for one campaign, as config/publishing.ts would give it in sandbox mode. */
export function publishingFor(directory: string, platforms: string, databaseUrl: string | null): Publishing {
  const paths = pathsIn(directory);
  const site = { siteDir: paths.site, siteStateDir: paths.siteState, siteKey: siteKeyOf('campaign') };
  const account = (
    name: string,
    connection: AccountDefinition['connection'],
    settings: AccountDefinition['settings'] = {},
  ): AccountDefinition => ({ name, publisher: name, title: name, settings, connection, origin: 'system' });
  return {
    mode: 'sandbox',
    siteUrl: SITE,
    accounts: [
      account('website', site),
      account('wechat', {
        apiBaseUrl: `${platforms}/wechat`,
        appId: 'wxsandbox0000000001',
        appSecret: 'sandbox-secret',
      }),
      account(
        'weibo',
        {
          apiBaseUrl: `${platforms}/weibo`,
          accessToken: '2.00sandboxtoken',
          uid: WEIBO_UID,
          rip: '203.0.113.7',
        },
        // The quotas have tests of their own; here they would only make the campaign wait.
        { domain: BOUND_DOMAIN, uid: WEIBO_UID, perHour: 100_000, perDay: 100_000 },
      ),
      account('micro-broadcast', site, { secondsBetween: 8 }),
    ],
    hosts: {},
    seed: 'none',
    apiToken: null,
    pictureHosts: [],
    secretKey: 'campaign',
    paths,
    site,
    restoresSite: true,
    databaseUrl,
    works: true,
    startFrozen: false,
    logLevel: 'info',
    metrics: null,
    lease: LEASE,
  };
}

/** Where a campaign's programs write what they log. */
export const logIn = (directory: string): string => join(directory, 'processes.log');
