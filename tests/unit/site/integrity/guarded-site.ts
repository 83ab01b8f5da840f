import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { applyChanges } from '../../../../publishers/website/changes';
import { siteKey } from '../../../../publishers/website/manifest/site-key';
import { createMutex } from '../../../../src/delivery/mutex';
import { checkSite } from '../../../../src/site/integrity/check-site';
import { originalIn } from '../../../../src/site/integrity/original-in';
import type { SiteCheck, SiteReport } from '../../../../src/site/integrity/site-check';

export const keyOf = (byte: number) => siteKey(Buffer.alloc(32, byte).toString('base64'));

/** Long enough to be packed, and different for each name. */
export const textOf = (name: string): string =>
  `<!doctype html><title>${name}</title>${`<p>${name} 这样办</p>`.repeat(200)}`;

/** A site of some files that were published with a signed list, and how to check it. */
export async function openGuardedSite() {
  const root = await mkdtemp(path.join(tmpdir(), 'mingbai-guard-'));
  const manifest = { key: keyOf(1), exclusive: createMutex() };
  const places = { site: path.join(root, 'site'), state: path.join(root, 'state'), manifest };
  const media = path.join(root, 'media');
  await Promise.all([places.site, places.state, media].map((directory) => mkdir(directory)));
  const clock = { now: new Date('2026-11-23T01:00:00.000Z') };
  const check = (changes: Partial<SiteCheck> = {}): SiteCheck => ({
    places,
    manifest,
    restores: false,
    ownsLock: true,
    pace: () => Promise.resolve(),
    now: () => clock.now,
    log: () => undefined,
    original: originalIn(media),
    isOver: () => false,
    ...changes,
  });
  return {
    places,
    media,
    clock,
    check,
    at: (name: string): string => path.join(places.site, name),
    async publish(files: Readonly<Record<string, string | Uint8Array | null>>): Promise<void> {
      const changes = Object.entries(files).map(([name, data]) => ({ in: 'site', name, data }) as const);
      await applyChanges(places, changes, () => true);
    },
    read: (name: string): Promise<string> => readFile(path.join(places.site, name), 'utf8'),
    /** As somebody who has got in would. */
    async tamper(name: string, data: string | Uint8Array): Promise<void> {
      await mkdir(path.dirname(path.join(places.site, name)), { recursive: true });
      await writeFile(path.join(places.site, name), data);
    },
    verify: (): Promise<SiteReport> => checkSite(check()),
    restore: (): Promise<SiteReport> => checkSite(check({ restores: true })),
    close: () => rm(root, { recursive: true, force: true }),
  };
}

export type GuardedSite = Awaited<ReturnType<typeof openGuardedSite>>;
