import type { Json } from '../../../publishers/contract';
import { startSandbox, type Sandbox } from '../../../publishers/sandbox/server';
import { wechat } from '../../../publishers/wechat/index';
import type { Delivery } from '../../../src/delivery/delivery';
import { createInsight, type Insight } from '../../../src/wechat-insight/insight';
import { accountOf, openNewsroom, type Newsroom } from '../delivery/support/newsroom';
import { createClock } from '../delivery/support/clock';

/** A newsroom whose WeChat account is the sandbox, with the same clock, and what is known of its readers. */
export interface InsightWorld {
  readonly room: Newsroom;
  readonly sandbox: Sandbox;
  readonly insight: Insight;
  /** Publishes something of its own. @returns the delivery as it is published */
  readonly publish: () => Promise<Delivery>;
  /** A reader writes under the article of a delivery. @returns the number of the comment; null when he may not */
  readonly comment: (delivery: Delivery, content: string, openid?: string) => Promise<number | null>;
  readonly readerTakesBack: (comment: number) => Promise<unknown>;
  /** To an instant with its zone, and everything that is due then. */
  readonly lookAt: (instant: string) => Promise<void>;
  readonly calls: (path: string) => number;
  readonly close: () => Promise<void>;
}

export async function openInsight(settings: Json = { openComment: true }): Promise<InsightWorld> {
  const clock = createClock('2026-11-23T08:00:00+08:00');
  const sandbox = await startSandbox({ port: 0, stateDir: null, publishMs: 0, now: clock.now });
  sandbox.scenarios.comments = true;
  const connected = accountOf('wechat', 'wechat', {
    apiBaseUrl: sandbox.wechatBaseUrl,
    appId: 'wxsandbox0000000001',
    appSecret: 'sandbox-secret',
  });
  const room = await openNewsroom({
    publishers: [wechat],
    clock,
    accounts: () => [{ ...connected, account: { ...connected.account, settings } }],
  });
  const insight = createInsight(room.parts, 'secret of this installation');
  const admin = async (body: unknown): Promise<number | null> => {
    const response = await fetch(`${sandbox.url}/_comments`, { method: 'POST', body: JSON.stringify(body) });
    return ((await response.json()) as { comment: number | null }).comment;
  };
  return {
    room,
    sandbox,
    insight,
    publish: async () => {
      const { id } = await room.planOne('wechat', { at: 'now' });
      await room.live(60_000);
      return room.get(id);
    },
    comment: (delivery, content, openid) => admin({ article: delivery.receipt?.id ?? '', content, openid }),
    readerTakesBack: (comment) => admin({ takeBack: comment }),
    lookAt: async (instant) => {
      clock.set(instant);
      await insight.look();
    },
    calls: (path) => sandbox.calls.list().filter((call) => call.path.endsWith(path)).length,
    close: async () => {
      await room.close();
      await sandbox.close();
    },
  };
}
