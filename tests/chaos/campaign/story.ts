import type { Action } from '../../../src/delivery/actions';
import type { PlannedRequest } from '../../../src/delivery/plan';
import type { Random } from './random';

export const CHANNELS = ['website', 'wechat', 'weibo', 'micro-broadcast'] as const;
export type Channel = (typeof CHANNELS)[number];

/** Moments are seconds of the campaign's time after its start. */
export interface Deed {
  readonly at: number;
  readonly account: Channel;
  readonly action: Action;
  /** Given the present moment in milliseconds UTC. */
  readonly body: (now: number) => unknown;
}

/** One explainer on its way: what is planned of it, and what people do to it in between. */
export interface Story {
  readonly index: number;
  readonly plannedAt: number;
  /** Given when the campaign began and what time it is, milliseconds UTC. */
  readonly deliveries: (start: number, now: number) => readonly PlannedRequest[];
  readonly count: number;
  readonly deeds: readonly Deed[];
}

const GRACES = ['PT8M', 'PT12M', 'PT20M'] as const;
/** After the website's moment, seconds. */
const LATEST_FOLLOWER = 240;

/** Makes stories until there are so many deliveries. @param span how long things are due, seconds */
export function makeStories(random: Random, deliveries: number, span: number): readonly Story[] {
  const stories: Story[] = [];
  for (let count = 0; count < deliveries;) {
    const story = makeStory(random, stories.length, span, deliveries - count);
    stories.push(story);
    count += story.count;
  }
  return stories;
}

function makeStory(random: Random, index: number, span: number, most: number): Story {
  const channels = chooseChannels(random).slice(0, most);
  const due = random.between(120, span);
  const grace = random.pick(GRACES);
  const wanted = channels.map((account) => wantedOf(random, account, channels, due, grace));
  return {
    index,
    // Most are planned long before; some a moment before they are due.
    plannedAt: random.chance(0.6) ? 0 : Math.max(0, due - random.between(10, 300)),
    count: channels.length,
    deliveries: (start, now) =>
      wanted.map(({ at, ...rest }) => ({
        ...rest,
        ...(at !== null && { at: new Date(Math.max(now, start + at * 1_000)).toISOString() }),
      })),
    deeds: channels.flatMap((account) => deedsTo(random, account, due)),
  };
}

function chooseChannels(random: Random): readonly Channel[] {
  if (random.chance(0.45)) return [random.pick(CHANNELS)];
  const others = CHANNELS.filter((name) => name !== 'website' && random.chance(0.7));
  return ['website', ...others];
}

type Wanted = Omit<PlannedRequest, 'at'> & { readonly at: number | null };

function wantedOf(
  random: Random,
  account: Channel,
  channels: readonly Channel[],
  due: number,
  grace: (typeof GRACES)[number],
): Wanted {
  if (account === 'website' || !channels.includes('website')) return { account, at: due, grace };
  const otherwise = random.pick(['hold', 'cancel'] as const);
  const first = account !== 'wechat' && channels.includes('wechat') && random.chance(0.2) ? 'wechat' : 'website';
  if (random.chance(0.4)) {
    const delay = `PT${random.whole(0, LATEST_FOLLOWER)}S`;
    return { account, at: null, grace, after: { account: first, delay, otherwise } };
  }
  return {
    account,
    at: due + (random.chance(0.5) ? 0 : random.between(1, LATEST_FOLLOWER)),
    grace,
    after: { account: 'website', otherwise },
  };
}

/** What people do to a delivery around its moment. Most are left alone. */
function deedsTo(random: Random, account: Channel, due: number): readonly Deed[] {
  const deed = (at: number, action: Action, body: Deed['body'] = () => ({})): Deed => ({ at, account, action, body });
  const around = due + random.between(-90, 40);
  const choice = random.next();
  if (choice < 0.05) {
    const dependants = random.pick(['hold', 'cancel'] as const);
    return [deed(around, 'cancel', () => ({ dependants }))];
  }
  if (choice < 0.12) {
    return [deed(around, 'hold', () => ({ reason: '演练' })), deed(around + random.between(20, 150), 'resume')];
  }
  if (choice < 0.18) {
    const later = random.whole(20, 200) * 1_000;
    return [deed(around, 'reschedule', (now) => ({ at: new Date(now + later).toISOString() }))];
  }
  if (choice < 0.28) return [deed(due + random.between(20, 500), 'withdraw', () => ({ reason: '演练：内容有误' }))];
  if (choice < 0.38) return [deed(due + random.between(60, 600), 'retry')];
  return [];
}
