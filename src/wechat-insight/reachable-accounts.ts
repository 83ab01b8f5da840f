import { wechatConnectionOf, type WechatConnection } from '../../publishers/wechat/connection';
import type { Account, Io } from '../../publishers/contract';
import { createIo, type EngineParts } from '../delivery/context';

/** What comments and statistics are looked after with. */
export interface InsightParts {
  readonly parts: EngineParts;
  /** See `readerHider`. */
  readonly hide: (account: string, openId: string) => string;
}

/** A WeChat account and how to reach it. */
export interface ReachableAccount {
  readonly account: Account;
  readonly connection: WechatConnection;
  readonly io: Io;
}

/** The WeChat accounts that are connected. */
export async function reachableAccounts({ parts }: Pick<InsightParts, 'parts'>): Promise<readonly ReachableAccount[]> {
  return (await parts.accounts()).flatMap((connected): ReachableAccount[] => {
    if (connected.account.publisher !== 'wechat') return [];
    const reach = wechatConnectionOf(connected.connection);
    // Nothing is recorded: answers name readers.
    return 'missing' in reach
      ? []
      : [{ ...reach, account: connected.account, io: createIo(parts, connected, () => undefined) }];
  });
}
