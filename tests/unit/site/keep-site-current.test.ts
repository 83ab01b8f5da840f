import { existsSync } from 'node:fs';
import { mkdir, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { writeFileAtomic, noLockNeeded } from '../../../publishers/website/files';
import { askedChange, readRebuild } from '../../../publishers/website/state/rebuild';
import { keepSiteCurrent } from '../../../src/site/keep-site-current';
import { account, openTestSite, versionOf } from '../publishers/website/test-site';
import type { TestSite } from '../publishers/website/test-site';

let site: TestSite;
let stop: (() => Promise<void>) | null = null;
beforeEach(async () => {
  site = await openTestSite();
  await site.ensure();
  await site.publish(versionOf('abc', 1));
});
afterEach(async () => {
  await stop?.();
  stop = null;
  await site.close();
});

/** As the product does at its start, with these settings of the account. */
function start(settings: Record<string, string> = {}): void {
  const connected = { account: { ...account, settings }, connection: {} };
  stop = keepSiteCurrent({ io: site.io, website: () => Promise.resolve(connected), rest: 0 });
}

const last = () => readRebuild({ site: site.siteDir, state: site.siteStateDir });

async function rebuilt(asked: string | null = null): Promise<void> {
  for (;;) {
    const state = await last();
    if (state?.pass === 'done' && state.asked === asked) return;
    await pause(5);
  }
}

describe('the product at its start', () => {
  it('draws the site anew once, and not again while nothing has changed', async () => {
    start();
    await rebuilt();
    const first = await last();
    await stop?.();
    site.clock.now = '2026-11-24T01:00:00.000Z';
    start();
    await stop?.();
    expect(await last()).toEqual(first);
  });

  it('brings settings that were changed into every page', async () => {
    start();
    await rebuilt();
    await stop?.();
    start({ icp: '滇ICP备20260001号' });
    while (!(await site.read('explainers/abc/index.html')).includes('滇ICP备20260001号')) await pause(5);
    await rebuilt();
    for (const name of ['index.html', 'policies/p1/index.html', 'topics/health/1/index.html', '404.html']) {
      expect(await site.read(name)).toContain('滇ICP备20260001号');
    }
    // What is published later gets the lists of today, too, though it was signed before.
    await site.publish(versionOf('later', 1));
    expect(await site.read('index.html')).toContain('滇ICP备20260001号');
  });

  it('does it when a person asks for it', async () => {
    start();
    await rebuilt();
    await stop?.();
    const { name, data } = askedChange('by hand');
    await writeFileAtomic(site.siteStateDir, name, data ?? '', noLockNeeded);
    start();
    await rebuilt('by hand');
    expect(await last()).toMatchObject({ asked: 'by hand', percent: 100 });
  });

  it('takes away pictures that were prepared and never shown', async () => {
    const unused = path.join(site.siteDir, 'media', `${'0'.repeat(64)}-480.jpg`);
    await mkdir(path.dirname(unused), { recursive: true });
    await writeFile(unused, '');
    await utimes(unused, new Date('2026-11-01'), new Date('2026-11-01'));
    start();
    while (existsSync(unused)) await pause(5);
  });
});
