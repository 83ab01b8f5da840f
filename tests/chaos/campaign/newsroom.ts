import { join } from 'node:path';
import type { Knex } from 'knex';
import { act, type Action } from '../../../src/delivery/actions';
import { assembleDelivery, type Publishing } from '../../../src/delivery/assemble';
import type { EngineParts } from '../../../src/delivery/context';
import { freeze, lift } from '../../../src/delivery/freeze';
import { hashOf } from '../../../src/delivery/hash';
import { newId } from '../../../src/delivery/new-id';
import { createPlan } from '../../../src/delivery/plan';
import { Refusal } from '../../../src/delivery/refusal';
import { openDatabase } from '../../../src/open-database';
import { sampleContent } from '../../unit/publishers/article/sample-version';
import { nowOf, type CampaignClock } from './clock';
import { handOverInRealTime } from './processes/clock.cjs';
import type { Channel, Story } from './story';

const WHO = '演练';

/** People at work: they sign, plan and change their minds, in the campaign's own process and on the same database. */
export interface CampaignNewsroom {
  readonly db: Knex;
  readonly parts: EngineParts;
  /** Signs and plans a story. */
  readonly plan: (story: Story) => Promise<void>;
  /** Does something to a delivery of a story. @returns false when the product refused it */
  readonly act: (story: Story, account: Channel, action: Action, body: unknown) => Promise<boolean>;
  readonly actOn: (delivery: string, action: Action, body: unknown) => Promise<boolean>;
  readonly freeze: (accounts: readonly string[] | null) => Promise<void>;
  readonly lift: () => Promise<void>;
  readonly end: () => Promise<void>;
}

export async function openCampaignNewsroom(publishing: Publishing, clock: CampaignClock): Promise<CampaignNewsroom> {
  const now = nowOf(clock);
  const db = openDatabase(publishing);
  const delivering = await assembleDelivery(db, publishing, () => undefined, now);
  handOverInRealTime(clock, delivering.dispatcher);
  await delivering.accounts.define(publishing.accounts);
  const parts = delivering.at(now);
  const { store } = parts;
  const ids = new Map<string, string>();
  const keyOf = (story: Story, account: string): string => `${story.index} ${account}`;

  const actOn = (delivery: string, action: Action, body: unknown): Promise<boolean> =>
    accepted(() => patiently(() => act(parts, delivery, action, body, WHO)));
  return {
    db,
    parts,
    plan: async (story) => {
      const explainer = `story-${String(story.index).padStart(4, '0')}`;
      const content = sampleContent({
        title: `第${story.index + 1}篇：职工医保门诊共济怎么办理`,
        // Weibo knows a post by its text alone, so each has its own.
        summary: `第${story.index + 1}篇：在职职工在二级医院看门诊，超过400元的部分报销60%。`,
      });
      const version = {
        id: newId(),
        explainer,
        number: 1,
        signedAt: now().toISOString(),
        signedBy: WHO,
        hash: hashOf(content),
        content,
      };
      await patiently(() => store.addVersion(version));
      const request = {
        explainer,
        version: version.id,
        by: WHO,
        deliveries: story.deliveries(clock.start, now().getTime()),
      };
      const { deliveries } = await patiently(() => createPlan(parts, request));
      for (const one of deliveries) ids.set(keyOf(story, one.account), one.id);
    },
    act: async (story, account, action, body) => {
      const id = ids.get(keyOf(story, account));
      return id !== undefined && actOn(id, action, body);
    },
    actOn,
    freeze: (names) => patiently(() => freeze(store, names, '演练：冻结', WHO, now())),
    lift: () => patiently(() => lift(store, WHO, now())),
    end: async () => {
      await delivering.dispatcher.close();
      await db.destroy();
    },
  };
}

/** Where the campaign keeps what the product would keep under DATA_DIR. */
export const pathsIn = (directory: string): Publishing['paths'] => ({
  database: join(directory, 'mingbai.db'),
  library: join(directory, 'library'),
  media: join(directory, 'media'),
  site: join(directory, 'site'),
  siteState: join(directory, 'site-state'),
  demoUsers: join(directory, 'demo-users.json'),
});

async function accepted(deed: () => Promise<unknown>): Promise<boolean> {
  try {
    await deed();
    return true;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}

/**
 * SQLite belongs to one process in the product; here people write from a second one, and a transaction of theirs that
 * began by reading is refused when the engine wrote meanwhile.
 */
async function patiently<T>(work: () => Promise<T>): Promise<T> {
  for (let left = 20; ; left -= 1) {
    try {
      return await work();
    } catch (error) {
      if (left === 0 || !/SQLITE_BUSY|database is locked/.test(String(error))) throw error;
    }
  }
}
