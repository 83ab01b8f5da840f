/** The sandbox in a thread of its own, so that it takes nothing from what is measured; each call takes its time. */
import { parentPort, workerData } from 'node:worker_threads';
import { startSandbox } from '../../publishers/sandbox/server';

export interface Latency {
  /** Milliseconds for each call. */
  readonly ms: number;
  readonly platform: 'weibo' | 'wechat';
}

async function open(): Promise<void> {
  // Handed over by whoever starts the thread.
  const { ms, platform } = workerData as Latency;
  const sandbox = await startSandbox({ port: 0, stateDir: null, boundDomain: 'www.yunlan.gov.cn', publishMs: 0 });
  Object.assign(sandbox.scenarios, { weiboPerHour: 1_000_000_000, weiboPerDay: 1_000_000_000, quotaFactor: 1_000 });
  sandbox.faults.add({ platform, endpoint: '', kind: 'delay', ms, times: 1_000_000_000 });
  parentPort?.postMessage(platform === 'weibo' ? sandbox.weiboBaseUrl : sandbox.wechatBaseUrl);
}

open().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
