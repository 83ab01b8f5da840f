import type { WechatProfile } from './scenarios';

/** How one sandbox is set up. Everything but port and stateDir has a default that suits tests. */
export interface SandboxOptions {
  /** 0 = any free port. */
  readonly port: number;
  /** Default 127.0.0.1: the sandbox has no log-in, so it stays on this machine unless told otherwise. */
  readonly host?: string;
  /** Directory for everything that is kept; null = memory only. */
  readonly stateDir: string | null;
  readonly now?: () => Date;
  /** What kind of WeChat account it plays; default `verified`. */
  readonly profile?: WechatProfile;
  readonly appId?: string;
  readonly appSecret?: string;
  readonly weiboToken?: string;
  readonly weiboUid?: string;
  /** The domain bound to the Weibo app as 安全域名; default `localhost`. */
  readonly boundDomain?: string;
  /**
   * Where the public addresses in answers and in the ledger point to, without a trailing slash. Null (default) gives
   * addresses on the platforms' own hosts; the demo gives its own address, so that people can open a receipt.
   */
  readonly publicBaseUrl?: string | null;
  /** How long a publish or mass-send task stays at "working", milliseconds; default 1500. */
  readonly publishMs?: number;
  /** Where WeChat events are pushed to; null (default) = nowhere. */
  readonly callbackUrl?: string | null;
  /** The token that signs those events. */
  readonly callbackToken?: string;
  /** The EncodingAESKey of safe mode; null (default) = messages go in the clear. */
  readonly callbackAesKey?: string | null;
}

/**
 * With which messages are signed and encrypted where nobody has set anything else. Known to everybody, so only a product
 * that publishes into the sandbox takes them.
 */
export const SANDBOX_CALLBACK = {
  token: 'sandbox-token',
  encodingAesKey: 'SandboxOnlyAndNowhereElse000000000000000000',
} as const;

/** Who the sandbox believes and where it says that things can be read. Fixed while it runs. */
export interface Settings {
  readonly appId: string;
  readonly appSecret: string;
  readonly weiboToken: string;
  readonly weiboUid: string;
  readonly publicBaseUrl: string | null;
  readonly callbackToken: string;
  readonly callbackAesKey: string | null;
}

export const settingsOf = (options: SandboxOptions): Settings => ({
  appId: options.appId ?? 'wxsandbox0000000001',
  appSecret: options.appSecret ?? 'sandbox-secret',
  weiboToken: options.weiboToken ?? '2.00sandboxtoken',
  weiboUid: options.weiboUid ?? '1404376560',
  publicBaseUrl: options.publicBaseUrl ?? null,
  callbackToken: options.callbackToken ?? SANDBOX_CALLBACK.token,
  callbackAesKey: options.callbackAesKey ?? null,
});
