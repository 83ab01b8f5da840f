import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import { ELDER_CHOICE, ELDER_STYLE, elderStyle } from '../../publishers/website/elder-style';
import { isOwnOrigin } from '../feedback/is-own-origin';
import { readBody } from '../wechat/read-body';

const COOKIE = 'mingbai-elder';
/** Seconds. */
const YEAR = 365 * 24 * 60 * 60;

const form = z.object({ elder: z.enum(['on', 'off']) });

interface Options {
  /** Public address of the site. */
  readonly siteUrl: string;
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * Elder mode for readers without scripts. Pages are the same files for everybody, so the choice is kept in a cookie that
 * holds nothing else, is set by nobody but the reader, and changes one style sheet.
 */
export function createElderDoor({ siteUrl, headers }: Options) {
  const style = elderStyle();

  async function choose(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readBody(request);
    const choice = 'text' in body ? form.safeParse(Object.fromEntries(new URLSearchParams(body.text))) : null;
    const kept = choice?.success && isOwnOrigin(request.headers, siteUrl) ? choice.data.elder : null;
    const age = kept === 'on' ? YEAR : 0;
    const secure = siteUrl.startsWith('https:') ? '; Secure' : '';
    response
      .writeHead(303, {
        location: cameFrom(request, siteUrl),
        'cache-control': 'no-store',
        ...(kept !== null && {
          'set-cookie': `${COOKIE}=on; Path=/; Max-Age=${age}; HttpOnly; SameSite=Lax${secure}`,
        }),
        ...headers,
      })
      .end();
  }

  return {
    /** @returns false when the request is none of its business */
    async answer(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
      const path = request.url ?? '';
      if (path === ELDER_STYLE) {
        response
          .writeHead(200, {
            'content-type': 'text/css; charset=utf-8',
            'cache-control': 'private, no-cache',
            vary: 'Cookie',
            ...headers,
          })
          .end(isOn(request) ? style : '');
        return true;
      }
      if (path !== ELDER_CHOICE) return false;
      if (request.method === 'POST') await choose(request, response);
      else response.writeHead(303, { location: '/', ...headers }).end();
      return true;
    },
  };
}

const isOn = ({ headers }: IncomingMessage): boolean =>
  (headers.cookie ?? '').split(';').some((pair) => pair.trim() === `${COOKIE}=on`);

/** The page of this site that the reader was on, from its root. */
function cameFrom({ headers }: IncomingMessage, siteUrl: string): string {
  if (headers.referer === undefined || !URL.canParse(headers.referer)) return '/';
  const page = new URL(headers.referer);
  if (page.host !== headers.host && page.host !== new URL(siteUrl).host) return '/';
  // Two slashes would name another host.
  return `/${page.pathname.replace(/^\/+/, '')}${page.search}`;
}
