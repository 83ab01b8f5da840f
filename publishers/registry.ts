import type { Publisher } from './contract';
import { microBroadcast } from './micro-broadcast';
import { website } from './website';
import { wechat } from './wechat';
import { weibo } from './weibo';

/** Every channel that Mingbai knows. A new one is a folder beside these and a line here. */
const ALL: readonly Publisher[] = [website, wechat, weibo, microBroadcast];

const STEPS = [
  'render',
  'check',
  'preview',
  'quotas',
  'verify',
  'prepare',
  'commit',
  'confirm',
  'readBack',
] as const satisfies readonly (keyof Publisher)[];

/** The publishers by name. Throws at the start of the program when two share a name or one is incomplete. */
export function loadPublishers(all: readonly Publisher[] = ALL): ReadonlyMap<string, Publisher> {
  const byName = new Map<string, Publisher>();
  for (const publisher of all) {
    if (byName.has(publisher.name)) throw new Error(`two publishers are called ${publisher.name}`);
    for (const step of STEPS) {
      if (typeof publisher[step] !== 'function') throw new Error(`publisher ${publisher.name} lacks ${step}`);
    }
    byName.set(publisher.name, publisher);
  }
  return byName;
}
