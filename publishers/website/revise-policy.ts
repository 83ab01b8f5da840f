import type { Account, Io } from '../contract';
import { applyChanges } from './changes';
import { chinaToday } from './china-time';
import { placesOf } from './places';
import type { Places } from './places';
import { drawPolicy } from './policies';
import { adopt, openPolicyList } from './policy-lists';
import { publishChanges } from './publish-changes';
import { redrawExplainer } from './redraw-explainer';
import { siteOf } from './settings';
import { turnsToCome } from './standing';
import { lifecycle, lifecycleChange, readLifecycle } from './state/lifecycle';
import type { Lifecycle } from './state/lifecycle';
import { readPolicy } from './state/policy';
import { dueTurns, turnChange, turnDone } from './state/turns';
import type { Turn } from './state/turns';

type SiteIo = Pick<Io, 'connection' | 'exclusive' | 'now'>;

/**
 * Takes note of how a policy stands now: its validity and its days. Quick, whatever depends on it; the pages follow with
 * `drawDuePolicies`, also after a crash, because the note says that they are due.
 *
 * @returns whether anything is different from what was known
 */
export async function revisePolicy(io: SiteIo, policy: string, facts: Lifecycle): Promise<boolean> {
  const places = placesOf(io);
  const next = lifecycle.parse(facts);
  return io.exclusive('site', async (stillHeld) => {
    const known = await readLifecycle(places, policy);
    if (known && JSON.stringify(known) === JSON.stringify(next)) return false;
    const today = chinaToday(io.now());
    const changes = [
      // Before the fact itself: who is cut off in between draws once too often.
      turnChange({ day: today, policy }),
      ...turnsToCome(policy, next, today),
      lifecycleChange(policy, next),
    ];
    await applyChanges(places, changes, stillHeld);
    return true;
  });
}

/**
 * Draws anew whatever depends on policies that changed, began to apply or ran out by today: the page of each, and every
 * explainer that explains it with its entries in lists. One explainer after another, so that publications find their
 * turn in between; each touches a constant number of files.
 *
 * @param mayGoOn false once the process is to end: what is left is due at the next start
 * @returns how many policies were brought up to date
 */
export async function drawDuePolicies(io: SiteIo, account: Account, mayGoOn = () => true): Promise<number> {
  const places = placesOf(io);
  const turns = await dueTurns(places, chinaToday(io.now()));
  const policies = [...new Set(turns.map(({ policy }) => policy))];
  let done = 0;
  for (const policy of policies) {
    const due = turns.filter((turn) => turn.policy === policy);
    if (!(await drawPolicyAnew(io, account, policy, due, mayGoOn))) break;
    done += 1;
  }
  return done;
}

/** Ids of all explainers that explain a policy, however many its page shows. */
async function explainersOf(places: Places, policy: string): Promise<readonly string[]> {
  const list = await openPolicyList(places, policy);
  await adopt(list, await readPolicy(places, policy));
  const pages = Array.from({ length: list.newest }, (_, index) => list.entries(list.newest - index));
  return (await Promise.all(pages)).flat().map(({ id }) => id);
}

/** @returns false when it was told to stop before all was drawn */
async function drawPolicyAnew(
  io: SiteIo,
  account: Account,
  policy: string,
  turns: readonly Turn[],
  mayGoOn: () => boolean,
): Promise<boolean> {
  const places = placesOf(io);
  for (const id of await explainersOf(places, policy)) {
    if (!mayGoOn()) return false;
    await io.exclusive('site', (stillHeld) => redrawExplainer(places, id, io.now().toISOString(), stillHeld));
  }
  await io.exclusive('site', async (stillHeld) => {
    const now = await readPolicy(places, policy);
    const frame = { site: siteOf(account), siteUrl: account.siteUrl };
    const page = now ? [await drawPolicy(places, frame, now, chinaToday(io.now()))] : [];
    await publishChanges(places, [...page, ...turns.map(turnDone)], stillHeld);
  });
  return true;
}
