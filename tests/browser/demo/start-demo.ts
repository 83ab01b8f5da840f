import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { z } from 'zod';
import { startSandbox } from '../../../publishers/sandbox/server';
import type { LedgerEntry } from '../../../publishers/sandbox/ledger';
import { freePort, startProduct } from '../../integration/product/start-product';

const users = z.array(z.object({ email: z.string(), password: z.string() }));
export type User = z.infer<typeof users>[number];

/** The fictional city's newsroom as `npm start` shows it on the first day, with platforms and a browser of its own. */
export interface Demo {
  /** Public address, `http://localhost:<port>`. */
  readonly site: string;
  /** Where the platforms' phone views are, `http://localhost:<port>`. */
  readonly phones: string;
  readonly browser: Browser;
  /** What readers of the platforms have got to see. */
  readonly ledger: () => readonly LedgerEntry[];
  /** By the first part of the address, e.g. `clerk`. */
  readonly user: (name: string) => User;
  readonly end: () => Promise<void>;
}

export async function startDemo(): Promise<Demo> {
  const dataDir = mkdtempSync(join(tmpdir(), 'mingbai-demo-'));
  const port = await freePort();
  const phones = `http://localhost:${port}`;
  const sandbox = await startSandbox({ port, stateDir: null, publicBaseUrl: phones });
  const product = await startProduct({
    dataDir,
    platforms: sandbox,
    settings: {
      MINGBAI_SEED: 'demo',
      // Found by its port, as after `npm start`, so that receipts lead to its pages.
      SANDBOX_PORT: String(port),
      WECHAT_API_BASE_URL: '',
      WEIBO_API_BASE_URL: '',
    },
  });
  const known = users.parse(JSON.parse(readFileSync(join(dataDir, 'demo-users.json'), 'utf8')));
  const browser = await chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox'],
  });
  return {
    site: `http://localhost:${new URL(product.url).port}`,
    phones,
    browser,
    ledger: () => sandbox.ledger(),
    user: (name) => {
      const found = known.find(({ email }) => email.startsWith(`${name}@`));
      if (!found) throw new Error(`the demo has no user ${name}`);
      return found;
    },
    end: async () => {
      await browser.close();
      await product.stop();
      await sandbox.close();
      rmSync(dataDir, { recursive: true });
    },
  };
}
