import type { Account } from '../../../publishers/contract';
import type { Places } from '../../../publishers/website/places';
import type { EngineParts } from '../../delivery/context';
import { eachSecond } from '../../delivery/queue/each-second';
import { answerSearch } from './answer-search';
import { findExplainers, type Found } from './find-explainers';
import { createIndexKeeper } from './keep-index';

/** Explainers that a question waits for when they have just been published; usually there is none, or one. */
const WAITED_FOR = 20;

/** The search of the public site: its index, and answers that are never behind what is public. */
export function openSearch(parts: Pick<EngineParts, 'store' | 'now' | 'log'>, website: Account) {
  const { db } = parts.store;
  const keeper = createIndexKeeper(db, website.name, parts.log);

  async function upToDate(): Promise<void> {
    // What was found yesterday is a better answer than none.
    await keeper.catchUp(WAITED_FOR).catch((error: unknown) => {
      parts.log('error', 'the search index could not be brought up to date', { error: String(error) });
    });
  }

  return {
    ...keeper,
    /**
     * Heals the index and keeps it current: whoever published, this process or another, it can be found within the second,
     * or when somebody asks. @returns how to stop
     */
    async start(): Promise<() => void> {
      // A site without a search is better than none.
      await keeper.heal().catch((error: unknown) => {
        parts.log('error', 'the search index could not be compared with the deliveries', { error: String(error) });
      });
      return eachSecond('search index', () => keeper.catchUp(), parts.log);
    },
    /** The page that answers a reader. @param places of the site, which knows how documents stand today */
    async answer(places: Places, params: URLSearchParams): Promise<string> {
      await upToDate();
      return answerSearch(db, website, places, params, parts.now());
    },
    async explainers(question: string): Promise<Found> {
      await upToDate();
      return findExplainers(db, question, parts.now());
    },
  };
}
