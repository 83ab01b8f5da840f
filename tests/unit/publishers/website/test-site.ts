import { cp, mkdir, mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createHash } from 'node:crypto';
import type { Account, Content, Io, MediaRef, Outcome, Pending, Version } from '../../../../publishers/contract';
import { website } from '../../../../publishers/website';
import { ensureSite } from '../../../../publishers/website/ensure-site';
import type { Prepared } from '../../../../publishers/website/payload';
import { createMutex } from '../../../../src/delivery/mutex';
import { sampleContent } from '../article/sample-version';

export const account: Account = {
  name: 'website',
  publisher: 'website',
  title: '网站',
  siteUrl: 'https://yunlan.example',
  settings: {},
};

/** Files that count changes, so that they differ after one that was repeated. */
const COUNTING = new Set(['generation', 'root.json']);

const SITE_KEY = Buffer.alloc(32, 7).toString('base64');

/** A version as signed; `id` is the explainer's. */
export const versionOf = (id: string, number: number, changes: Partial<Content> = {}): Version => ({
  id: `${id}-${number}`,
  explainer: id,
  number,
  signedAt: `2026-11-20T0${number}:00:00.000Z`,
  hash: `sha256:${'0'.repeat(64)}`,
  content: sampleContent(changes),
});

/**
 * A site in a directory of its own, with a clock that the test sets.
 * @param listed whether its files are listed and signed, which tests of pages need not wait for
 */
export async function openTestSite({ listed = false } = {}) {
  const root = await mkdtemp(path.join(tmpdir(), 'mingbai-site-'));
  const siteDir = path.join(root, 'site');
  const siteStateDir = path.join(root, 'state');
  await Promise.all([mkdir(siteDir), mkdir(siteStateDir)]);
  const files = new Map<string, Uint8Array>();
  const clock = { now: '2026-11-23T01:00:00.000Z' };
  const io: Io = {
    connection: { siteDir, siteStateDir, ...(listed && { siteKey: SITE_KEY }) },
    http: () => Promise.reject(new Error('the website asks nobody')),
    media: ({ sha256, name }) => {
      const bytes = files.get(sha256);
      return bytes ? Promise.resolve(bytes) : Promise.reject(new Error(`no such file: ${name}`));
    },
    cache: {
      get: () => Promise.resolve(null),
      set: () => Promise.resolve(),
      delete: () => Promise.resolve(),
    },
    exclusive: createMutex(),
    now: () => new Date(clock.now),
    log: () => undefined,
  };

  async function prepare(version: Version): Promise<Prepared> {
    const rendition = website.render(version, account, 'publish');
    let done = null;
    for (;;) {
      const step = await website.prepare(rendition, done, io, 'delivery');
      if (step.state === 'ready') return step.prepared;
      if (step.state !== 'progress') throw new Error(JSON.stringify(step));
      done = step.done;
    }
  }

  const pending = (prepared: Prepared, delivery: string): Pending<Prepared> => ({
    delivery,
    prepared,
    intentAt: clock.now,
    answer: null,
  });

  return {
    io,
    clock,
    siteDir,
    siteStateDir,
    prepare,
    pending,
    ensure: () => ensureSite(io, account),
    /** Makes this site what another one is, without the cost of publishing it all again. */
    async copyFrom(other: { readonly siteDir: string; readonly siteStateDir: string }): Promise<void> {
      await cp(other.siteDir, siteDir, { recursive: true });
      await cp(other.siteStateDir, siteStateDir, { recursive: true });
    },
    async publish(version: Version, delivery = `delivery-${version.id}`): Promise<Outcome> {
      return website.commit(await prepare(version), io, delivery);
    },
    /** Makes the bytes known and gives the reference that a version would hold. */
    file(name: string, mime: string, bytes: Uint8Array, size: Partial<MediaRef> = {}): MediaRef {
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      files.set(sha256, bytes);
      const measures = { width: null, height: null, duration: null, ...size };
      return { id: name, url: `/uploads/${name}`, sha256, mime, name, bytes: bytes.length, alt: '示意图', ...measures };
    },
    read: (name: string): Promise<string> => readFile(path.join(siteDir, name), 'utf8'),
    /** Every file by name, without what a crash left beside them. */
    async tree(): Promise<Record<string, string>> {
      const names = await readdir(root, { recursive: true, withFileTypes: true });
      const kept = names.filter((entry) => entry.isFile() && !entry.name.endsWith('.tmp') && !COUNTING.has(entry.name));
      const pairs = kept.map(async (entry) => {
        const full = path.join(entry.parentPath, entry.name);
        return [path.relative(root, full), await readFile(full, 'utf8')] as const;
      });
      return Object.fromEntries((await Promise.all(pairs)).sort(([one], [other]) => one.localeCompare(other)));
    },
    close: () => rm(root, { recursive: true, force: true }),
  };
}

export type TestSite = Awaited<ReturnType<typeof openTestSite>>;
