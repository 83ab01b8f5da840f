import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { alter, type Alteration } from './admin/alter';
import { answerAdmin } from './admin/serve';
import type { Context } from './context';
import { createCalls, type Calls } from './http/calls';
import { createFaults, type Faults } from './http/faults';
import { readRequest, type SandboxRequest } from './http/request';
import { send } from './http/send';
import type { LedgerEntry } from './ledger';
import { settingsOf, type SandboxOptions } from './options';
import { answerPlatform } from './platforms';
import { scenariosOf, type Scenarios } from './scenarios';
import { settle } from './settle';
import type { ChatLine } from './state';
import { openStore } from './store';
import { answerView } from './views/serve';
import { follow, say } from './wechat/conversation';

/** A running sandbox. The members beside the addresses let tests look and act without HTTP. */
export interface Sandbox {
  /** `http://127.0.0.1:<port>` */
  readonly url: string;
  /** Stands for https://api.weixin.qq.com */
  readonly wechatBaseUrl: string;
  /** Stands for https://api.weibo.com */
  readonly weiboBaseUrl: string;
  readonly faults: Faults;
  readonly calls: Calls;
  /** Assign to its members to change how the platforms behave. */
  readonly scenarios: Scenarios;
  /** What became visible to readers up to now, in order. */
  ledger(): readonly LedgerEntry[];
  /** Changes or deletes something public as its account's owner or an attacker would; false when there is no such thing. */
  alter(change: Alteration): boolean;
  /** Somebody who follows the WeChat account writes to it. @returns what the account answers at once, or null */
  say(text: string): Promise<ChatLine | null>;
  /** Somebody begins to follow the account. */
  follow(): Promise<ChatLine | null>;
  /** Forgets everything that was ever sent, faults included; scenarios stay. */
  reset(): void;
  /** Writes everything down and stops listening; open connections are cut. */
  close(): Promise<void>;
}

export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const timers = new Set<NodeJS.Timeout>();
  const store = openStore(options.stateDir);
  const context: Context = {
    settings: settingsOf(options),
    scenarios: scenariosOf(options),
    store,
    faults: createFaults(),
    calls: createCalls(),
    heldEvents: [],
    now: options.now ?? (() => new Date()),
    lookAgainAfter: (milliseconds) => {
      const timer = setTimeout(() => {
        timers.delete(timer);
        settle(context);
        store.flushEffects();
      }, milliseconds).unref();
      timers.add(timer);
    },
  };
  const server = createServer((incoming, response) => void answer(context, incoming, response));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, options.host ?? '127.0.0.1', resolve);
  });
  settle(context); // what fell due while it was not running
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`; // listening on TCP, so not a pipe's name
  return {
    url,
    wechatBaseUrl: `${url}/wechat`,
    weiboBaseUrl: `${url}/weibo`,
    faults: context.faults,
    calls: context.calls,
    scenarios: context.scenarios,
    ledger: () => {
      settle(context);
      return store.ledger;
    },
    alter: (change) => alter(context, change),
    say: (text) => say(context, text),
    follow: () => follow(context),
    reset: () => reset(context),
    close: async () => {
      for (const timer of timers) clearTimeout(timer);
      store.flush();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function reset(context: Context): void {
  context.store.clear();
  context.faults.clear();
  context.calls.clear();
  context.heldEvents.length = 0;
}

/** By the first part of the path: a platform, the admin interface, or a page for people. */
async function answer(context: Context, incoming: IncomingMessage, response: ServerResponse): Promise<void> {
  const request = await readRequest(incoming).catch(() => null);
  if (!request) {
    response.destroy(); // cut off by the client, or longer than anything a platform takes
    return;
  }
  try {
    const platform = /^\/(wechat|weibo)(\/.*)$/.exec(request.path);
    if (platform) {
      const name = platform[1] === 'wechat' ? 'wechat' : 'weibo';
      await answerPlatform(context, name, { ...request, path: platform[2] ?? '/' }, response);
      return;
    }
    settle(context);
    const isAdmin = request.path.startsWith('/_');
    send(response, isAdmin ? answerAdmin(context, request, () => reset(context)) : answerView(context, request));
    context.store.flushEffects();
  } catch (error) {
    fail(response, request, error);
  }
}

/** A bug of the sandbox must look like one, not like a platform's answer. */
function fail(response: ServerResponse, request: SandboxRequest, error: unknown): void {
  console.error(`sandbox: ${request.method} ${request.path} failed`, error);
  if (!response.headersSent) response.writeHead(500, { 'content-type': 'text/plain' });
  response.end('sandbox: internal error');
}
