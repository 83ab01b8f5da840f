import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { HOUR, openWorld, type World } from './harness/open-world';

/** Milliseconds; real ones, unlike those of the world's clock. */
const LOCKS = { lease: 1_500, beat: 400, poll: 20 };

let world: World;
beforeEach(async () => {
  world = await openWorld({ dialect: 'postgres', locks: LOCKS });
});
afterEach(() => world.close());

const home = () => readFileSync(join(world.directory, 'site', 'index.html'), 'utf8');
const isPublished = async (id: string) => (await world.get(id)).state === 'published';

describe('a process that stood still in the middle of a publication', () => {
  it('does not overwrite what others have published meanwhile', async () => {
    const first = await world.planOne('website');
    world.clock.set('2026-11-23T09:00:00+08:00');
    const worker = await world.startWorker({ stopAfterPage: true, locks: LOCKS });
    const finished = worker.work();
    while (!existsSync(world.sitePage(first.explainer))) await pause(20);

    // Its claim ends by the world's clock, its lock by the database's.
    await world.live(HOUR);
    expect(await isPublished(first.id)).toBe(true);
    const second = await world.planOne('website', { at: 'now' });
    await world.live(HOUR);
    expect(await isPublished(second.id)).toBe(true);
    expect(home()).toContain(second.explainer);

    worker.wake();
    expect(await finished).toBe('done');
    expect(home()).toContain(second.explainer);
    expect(home()).toContain(first.explainer);
    expect(await isPublished(first.id)).toBe(true);
  });
});
