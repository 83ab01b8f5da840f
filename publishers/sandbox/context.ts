import type { Calls } from './http/calls';
import type { Faults } from './http/faults';
import type { Settings } from './options';
import type { Scenarios } from './scenarios';
import type { Store } from './store';
import type { Pushed } from './wechat/push';

/** What every handler of the sandbox works with. */
export interface Context {
  readonly settings: Settings;
  /** Changed by the admin interface and used up by the handlers. */
  readonly scenarios: Scenarios;
  readonly store: Store;
  readonly faults: Faults;
  readonly calls: Calls;
  /** Events that are kept back until another one has gone out. */
  readonly heldEvents: Pushed[];
  readonly now: () => Date;
  /** Asks for another look at unfinished tasks after so many milliseconds. */
  readonly lookAgainAfter: (milliseconds: number) => void;
}
