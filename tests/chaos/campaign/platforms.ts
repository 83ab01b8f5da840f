import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { FaultInput } from '../../../publishers/sandbox/http/faults';
import { ledgerEntry, type LedgerEntry } from '../../../publishers/sandbox/ledger';
import { stateSchema } from '../../../publishers/sandbox/state';
import { startChild } from './child';
import type { CampaignClock } from './clock';

/** WeChat and Weibo, as the campaign sees them. */
export interface Platforms {
  readonly url: string;
  readonly addFault: (fault: FaultInput) => Promise<void>;
  readonly clearFaults: () => Promise<void>;
  /** What the next WeChat publication comes to: refused by the platform's review. */
  readonly refuseNext: (result: 2 | 3 | 4) => Promise<void>;
  readonly ledger: () => Promise<readonly LedgerEntry[]>;
  /** Ids of WeChat articles that nobody can read any more. Read from the disk, written within a quarter of a second. */
  readonly deletedArticles: () => ReadonlySet<string>;
  readonly end: () => Promise<void>;
}

interface PlatformSettings {
  readonly dist: string;
  readonly directory: string;
  readonly clock: CampaignClock;
  readonly boundDomain: string;
  readonly weiboUid: string;
}

export async function startPlatforms(settings: PlatformSettings, log: string): Promise<Platforms> {
  const child = startChild('sandbox', settings, log);
  const url = z.string().parse(await child.says('ready'));
  const ask = async (method: string, path: string, body?: object): Promise<unknown> => {
    const answer = await fetch(url + path, { method, ...(body && { body: JSON.stringify(body) }) });
    if (!answer.ok) throw new Error(`sandbox: ${method} ${path} ${answer.status} ${await answer.text()}`);
    return answer.json();
  };
  return {
    url,
    addFault: async (fault) => {
      await ask('POST', '/_faults', fault);
    },
    clearFaults: async () => {
      await ask('DELETE', '/_faults');
      await ask('POST', '/_scenarios', { nextPublish: 0, nextShareSlowMs: null });
    },
    refuseNext: async (nextPublish) => {
      await ask('POST', '/_scenarios', { nextPublish });
    },
    ledger: async () => z.array(ledgerEntry).parse(await ask('GET', '/_ledger')),
    deletedArticles: () => {
      const state = stateSchema.parse(JSON.parse(readFileSync(join(settings.directory, 'state.json'), 'utf8')));
      const gone = state.publications.filter(({ articles }) => articles.every(({ deleted }) => deleted));
      return new Set(gone.map(({ articleId }) => articleId));
    },
    end: child.kill,
  };
}
