import { join } from 'node:path';
import type { Publisher } from '../../../publishers/contract';
import { loadPublishers } from '../../../publishers/registry';
import type { LedgerEntry } from '../../../publishers/sandbox/ledger';
import { startSandbox, type Sandbox } from '../../../publishers/sandbox/server';
import type { ConnectedAccount } from '../../../src/delivery/context';
import { createClock } from '../../unit/delivery/support/clock';
import type { Times } from '../../../src/delivery/shared-lock';
import type { Dialect } from '../../unit/delivery/support/open-database';
import { accountOf, openNewsroom, type Newsroom } from '../../unit/delivery/support/newsroom';
import { openGateway, type Gateway } from './gateway';
import { startWorker, type Worker, type WorkerOptions } from './start-worker';

export const HOUR = 3_600_000;
export const MINUTE = 60_000;
export const SECOND = 1_000;

/** The engine with every real channel: WeChat and Weibo in the sandbox, the site in a directory. */
export interface World extends Newsroom {
  readonly sandbox: Sandbox;
  /** Stands before the sandbox and can spoil its answers. */
  readonly gateway: Gateway;
  /** What readers of a platform have been shown, in order. */
  readonly seen: (platform: 'wechat' | 'weibo') => readonly LedgerEntry[];
  /** How often the call that makes something public reached the platform. */
  readonly commitCalls: (platform: 'wechat' | 'weibo') => number;
  readonly sitePage: (explainer: string) => string;
  /** Another process of the product on the same database, channels and files; gone when the world closes. */
  readonly startWorker: (options?: WorkerOptions) => Promise<Worker>;
}

const COMMIT_CALL = { wechat: '/freepublish/submit', weibo: '/statuses/share.json' } as const;
const WEIBO_UID = '1404376560';

/** An account that may post as often as the sandbox lets it: quotas have tests of their own. */
const generous = ({ account, connection }: ConnectedAccount): ConnectedAccount => ({
  account: { ...account, settings: { perHour: 10_000, perDay: 10_000 } },
  connection,
});

interface Options {
  /** Changes a channel, by name. */
  readonly change?: Readonly<Record<string, (publisher: Publisher) => Publisher>>;
  readonly lease?: number;
  readonly dialect?: Dialect;
  readonly locks?: Times;
}

export async function openWorld(options: Options = {}): Promise<World> {
  const clock = createClock();
  const sandbox = await startSandbox({
    port: 0,
    stateDir: null,
    now: clock.now,
    boundDomain: 'www.yunlan.gov.cn',
    weiboUid: WEIBO_UID,
  });
  sandbox.scenarios.weiboPerHour = 10_000;
  sandbox.scenarios.weiboPerDay = 10_000;
  sandbox.scenarios.quotaFactor = 100;
  const gateway = await openGateway(sandbox.url);
  const publishers = [...loadPublishers().values()].map((one) => options.change?.[one.name]?.(one) ?? one);
  const newsroom = await openNewsroom({
    publishers,
    clock,
    lease: options.lease,
    dialect: options.dialect,
    locks: options.locks,
    accounts: (directory) => {
      const places = { siteDir: join(directory, 'site'), siteStateDir: join(directory, 'state') };
      return [
        accountOf('website', 'website', places),
        accountOf('wechat', 'wechat', {
          apiBaseUrl: `${gateway.url}/wechat`,
          appId: 'wxsandbox0000000001',
          appSecret: 'sandbox-secret',
        }),
        generous(
          accountOf('weibo', 'weibo', {
            apiBaseUrl: `${gateway.url}/weibo`,
            accessToken: '2.00sandboxtoken',
            uid: WEIBO_UID,
            rip: '203.0.113.7',
          }),
        ),
        accountOf('micro-broadcast', 'micro-broadcast', places),
      ];
    },
  });
  const workers: Worker[] = [];
  return {
    ...newsroom,
    sandbox,
    gateway,
    seen: (platform) => sandbox.ledger().filter((entry) => entry.platform === platform),
    commitCalls: (platform) => sandbox.calls.list().filter(({ path }) => path.endsWith(COMMIT_CALL[platform])).length,
    sitePage: (explainer) => join(newsroom.directory, 'site', 'explainers', explainer, 'index.html'),
    startWorker: async (workerOptions = {}) => {
      const worker = await startWorker(newsroom, workerOptions);
      workers.push(worker);
      return worker;
    },
    close: async () => {
      await Promise.all(workers.map((worker) => worker.kill()));
      await newsroom.close();
      await gateway.close();
      await sandbox.close();
    },
  };
}
