import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Publisher } from '../../../../publishers/contract';
import { loadPublishers } from '../../../../publishers/registry';
import { SANDBOX_CALLBACK } from '../../../../publishers/sandbox/options';
import { startSandbox, type Sandbox } from '../../../../publishers/sandbox/server';
import { createWechatCallback } from '../../../../src/wechat/callback';
import { createClock } from '../../delivery/support/clock';
import { accountOf, openNewsroom, type Newsroom } from '../../delivery/support/newsroom';

type Callback = ReturnType<typeof createWechatCallback>;
type Options = Parameters<typeof createWechatCallback>[0];

/** The engine with site and WeChat, the sandbox, and the callback between them, all by one clock. */
export interface World extends Newsroom {
  readonly sandbox: Sandbox;
  readonly callback: Callback;
  /** `http://127.0.0.1:<port>/callback/wechat/wechat` */
  readonly url: string;
  /** Another process of the product, which has its own way to answer. @returns its address */
  readonly openAnother: (options?: Partial<Options>) => Promise<string>;
  /** Everything that was logged, as one text. */
  readonly logged: () => string;
  /** Lets the tasks of the sandbox end, and waits until their events have arrived and what they began is done. */
  readonly finishTasks: (events?: number) => Promise<void>;
}

interface WorldOptions {
  readonly safeMode?: boolean;
  readonly callback?: Partial<Options>;
  readonly change?: (wechat: Publisher) => Publisher;
}

export async function openCallback({ safeMode = true, callback: own = {}, change }: WorldOptions = {}): Promise<World> {
  const clock = createClock();
  const sandbox = await startSandbox({
    port: 0,
    stateDir: null,
    now: clock.now,
    callbackAesKey: safeMode ? SANDBOX_CALLBACK.encodingAesKey : null,
  });
  const publishers = [...loadPublishers().values()].map((one) => (one.name === 'wechat' && change ? change(one) : one));
  const newsroom = await openNewsroom({
    publishers,
    clock,
    accounts: (directory) => {
      const reach = { apiBaseUrl: sandbox.wechatBaseUrl, appId: 'wxsandbox0000000001', appSecret: 'sandbox-secret' };
      const { token, encodingAesKey } = SANDBOX_CALLBACK;
      return [
        accountOf('website', 'website', { siteDir: join(directory, 'site'), siteStateDir: join(directory, 'state') }),
        accountOf('wechat', 'wechat', { ...reach, token, encodingAesKey: safeMode ? encodingAesKey : '' }),
        accountOf('other', 'wechat', { ...reach, token: 'other-token', encodingAesKey: '' }),
        accountOf('silent', 'wechat', { ...reach, token: '', encodingAesKey: '' }),
      ];
    },
  });
  const lines: string[] = [];
  const parts = {
    ...newsroom.parts,
    log: (...line: Parameters<typeof newsroom.parts.log>) => void lines.push(JSON.stringify(line)),
  };
  const hint = (): void => void newsroom.engine.tick();
  const servers: Server[] = [];

  async function open(options: Partial<Options>): Promise<{ callback: Callback; url: string }> {
    const made = createWechatCallback({ parts, secret: 'test', hint, ...options });
    const server = createServer((request, response) => {
      void made.answer(request, response).then((answered) => answered || response.writeHead(404).end('not mine'));
    });
    servers.push(server);
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    const { port } = server.address() as AddressInfo; // listening on TCP, so not a pipe's name
    return { callback: made, url: `http://127.0.0.1:${port}/callback/wechat/wechat` };
  }

  const { callback, url } = await open(own);
  sandbox.scenarios.callbackUrl = url;
  const arrived = (): number => sandbox.calls.list().filter(({ method }) => method === 'EVENT').length;
  return {
    ...newsroom,
    sandbox,
    callback,
    url,
    openAnother: async (options = {}) => (await open(options)).url,
    logged: () => lines.join('\n'),
    finishTasks: async (events = 1) => {
      const before = arrived();
      clock.pass(sandbox.scenarios.publishMs);
      sandbox.ledger();
      while (arrived() < before + events) await new Promise((wake) => setTimeout(wake, 5));
      await newsroom.engine.idle();
    },
    close: async () => {
      await newsroom.close();
      await sandbox.close();
      for (const server of servers) {
        server.closeAllConnections();
        await new Promise((closed) => server.close(closed));
      }
    },
  };
}
