import { startSandbox, type Sandbox } from '../../../../publishers/sandbox/server';
import type { SandboxOptions } from '../../../../publishers/sandbox/options';
import sharp from 'sharp';

/** A sandbox with a clock that stands still until it is moved, and the calls that tests make to it. */
export interface Client {
  readonly sandbox: Sandbox;
  /** Milliseconds. */
  readonly pass: (milliseconds: number) => void;
  readonly wechat: (path: string, body?: unknown, query?: string) => Promise<Answer>;
  readonly upload: (path: string, bytes: Buffer, filename?: string, description?: string) => Promise<Answer>;
  readonly weibo: (path: string, form?: Record<string, string>, picture?: Buffer) => Promise<WeiboReply>;
  readonly admin: (method: string, path: string, body?: unknown) => Promise<unknown>;
  /** A fresh token by stable_token. */
  readonly token: () => Promise<string>;
}

export type Answer = Readonly<Record<string, unknown>>;
export interface WeiboReply {
  readonly status: number;
  readonly json: Answer;
}

export const START = Date.parse('2026-11-23T01:00:00.000Z');
export const RIP = '203.0.113.7';

export async function startClient(options: Partial<SandboxOptions> = {}): Promise<Client> {
  let now = START;
  const sandbox = await startSandbox({
    port: 0,
    stateDir: null,
    now: () => new Date(now),
    publishMs: 1000,
    boundDomain: 'www.yunlan.gov.cn',
    ...options,
  });
  const json = async (response: Response): Promise<Answer> => JSON.parse(await response.text()) as Answer;
  const base = sandbox.wechatBaseUrl;
  const token = async (): Promise<string> => {
    const body = { grant_type: 'client_credential', appid: 'wxsandbox0000000001', secret: 'sandbox-secret' };
    const response = await fetch(`${base}/cgi-bin/stable_token`, { method: 'POST', body: JSON.stringify(body) });
    return String((await json(response))['access_token']);
  };
  return {
    sandbox,
    pass: (milliseconds) => (now += milliseconds),
    token,
    wechat: async (path, body, query = '') => {
      const url = `${base}/cgi-bin/${path}?access_token=${await token()}${query}`;
      const init = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) };
      return json(await fetch(url, init));
    },
    upload: async (path, bytes, filename = 'picture.png', description) => {
      const form = new FormData();
      form.append('media', new Blob([new Uint8Array(bytes)], { type: 'image/png' }), filename);
      if (description !== undefined) form.append('description', description);
      const joint = path.includes('?') ? '&' : '?';
      const url = `${base}/cgi-bin/${path}${joint}access_token=${await token()}`;
      return json(await fetch(url, { method: 'POST', body: form }));
    },
    weibo: async (path, form, picture) => {
      const url = `${sandbox.weiboBaseUrl}/${path}`;
      const headers = { authorization: 'OAuth2 2.00sandboxtoken' };
      const response = await fetch(
        url,
        form ? { method: 'POST', headers, body: weiboBody(form, picture) } : { headers },
      );
      return { status: response.status, json: await json(response) };
    },
    admin: async (method, path, body) => {
      const response = await fetch(`${sandbox.url}${path}`, { method, body: body ? JSON.stringify(body) : null });
      return (await response.json()) as unknown;
    },
  };
}

function weiboBody(form: Record<string, string>, picture: Buffer | undefined): URLSearchParams | FormData {
  if (!picture) return new URLSearchParams(form);
  const data = new FormData();
  for (const [name, value] of Object.entries(form)) data.append(name, value);
  data.append('pic', new Blob([new Uint8Array(picture)], { type: 'image/png' }), 'picture.png');
  return data;
}

/** A one-coloured picture of the given type and size in pixels. */
export const pictureBytes = (
  format: 'png' | 'jpeg' | 'webp' | 'gif' = 'png',
  width = 90,
  height = 38,
): Promise<Buffer> =>
  sharp({ create: { width, height, channels: 3, background: '#14527A' } })
    .toFormat(format)
    .toBuffer();
