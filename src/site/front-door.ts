import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { join } from 'node:path';
import type { Product } from '../assembly';
import { showRooms } from '../../publishers/website/show-rooms';
import { ensureSite } from '../../publishers/website/ensure-site';
import { placesOf } from '../../publishers/website/places';
import { isWithdrawn } from '../../publishers/website/withdrawn';
import { createIo } from '../delivery/context';
import { createFeedbackDoor } from '../feedback/feedback-door';
import { createMonitorAnswers } from '../metrics/monitor-answers';
import { createWechatCallback } from '../wechat/callback';
import { createElderDoor } from './elder-door';
import { keepSiteCurrent } from './keep-site-current';
import { createLeadOn } from './lead-on';
import { createLiveEvents } from './live-events';
import { createOpenData } from './open-data';
import { openSearch } from './search/open-search';
import { SECURITY_HEADERS } from './security-headers';
import { createSiteHandler } from './serve-site';

/** First parts of paths that belong to Strapi; everything else is the public site's. */
const STRAPI = new Set([
  'admin',
  'api',
  'content-manager',
  'content-type-builder',
  'upload',
  'uploads',
  'i18n',
  'email',
  'mingbai',
  'content-releases',
  'review-workflows',
  'openapi',
  '_health',
]);

/** How often what was kept of messages long enough is deleted, milliseconds. */
const FORGET_EVERY = 60 * 60_000;
/** Memory for hot pages, bytes. */
const MEMORY = 64 * 1024 * 1024;

/**
 * Puts the public site in front of Strapi in the same process: pages never pass its middleware, and the live desk's
 * updates reach readers as they appear.
 */
export async function openFrontDoor(product: Product) {
  const { paths } = product.publishing;
  const website = (await product.parts.accounts()).find((a) => a.account.publisher === 'website');
  if (!website) throw new Error('there is no website account');
  const { account } = website;
  const io = createIo(product.parts, website, () => undefined);
  await ensureSite(io, account);

  const search = openSearch(product.parts, account);
  const stopIndexing = await search.start();

  const { desk } = product;
  const events = createLiveEvents(SECURITY_HEADERS);
  product.onShown(events.publish);
  const page = createSiteHandler({
    directory: paths.site,
    generation: join(paths.siteState, 'generation'),
    memory: MEMORY,
    isWithdrawn: (path) => isWithdrawn(paths.siteState, path),
    headers: SECURITY_HEADERS,
  });
  const openData = createOpenData({ directory: paths.site, headers: SECURITY_HEADERS });
  const elder = createElderDoor({ siteUrl: account.siteUrl, headers: SECURITY_HEADERS });
  const leadOn = createLeadOn({ siteStateDir: paths.siteState, generation: join(paths.siteState, 'generation') });
  const stopKeeping = keepSiteCurrent({
    io,
    website: async () => (await product.parts.accounts()).find((a) => a.account.publisher === 'website'),
    // Whoever waits for the shared lock polls it; within one process they stand in a line.
    rest: product.publishing.databaseUrl === null ? 0 : 100,
  });
  const answerMonitor = createMonitorAnswers({
    parts: product.parts,
    isAlive: product.isAlive,
    token: product.publishing.apiToken,
  });
  const callback = createWechatCallback({
    parts: product.parts,
    secret: product.publishing.secretKey,
    hint: product.hint,
  });
  const feedback = createFeedbackDoor({
    parts: product.parts,
    account,
    places: { site: paths.site, state: paths.siteState },
    headers: SECURITY_HEADERS,
  });
  const forgetting = setInterval(() => {
    Promise.all([callback.forget(), feedback.forget()]).catch((error: unknown) =>
      product.log('error', 'old messages stay', { error: String(error) }),
    );
  }, FORGET_EVERY);
  forgetting.unref();
  let shown = '';

  /** Lets due updates of live rooms appear, and keeps the home page's list of rooms. */
  async function release(): Promise<void> {
    await desk.releaseDue(product.parts.now());
    // Whoever changed the room, this process or another: its readers here are told.
    for (const id of events.watched()) {
      const room = await desk.readRoom(id);
      if (room) events.publish(room);
    }
    const rooms = (await desk.openRooms()).map((room) => ({
      path: `/live/${room.id}/`,
      title: room.title,
      state: room.stage === 'announced' ? ('announced' as const) : ('running' as const),
      startsAt: room.startedAt ?? room.plannedStart ?? product.parts.now().toISOString(),
    }));
    const state = JSON.stringify(rooms);
    if (state === shown) return;
    await showRooms(io, account, rooms);
    shown = state;
  }

  async function liveEvents(request: IncomingMessage, response: ServerResponse, url: URL, id: string): Promise<void> {
    const room = await desk.readRoom(id);
    if (!room) {
      await page(request, response);
      return;
    }
    events.join(room, response, Number(request.headers['last-event-id'] ?? url.searchParams.get('cursor') ?? 0) || 0);
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url ?? '/';
    if (path.startsWith('/callback/') && (await callback.answer(request, response))) return;
    if (path.startsWith('/feedback/') && (await feedback.answer(request, response))) return;
    if (path.startsWith('/live/') && path.includes('/events')) {
      const url = new URL(path, 'http://site.invalid');
      const id = /^\/live\/([A-Za-z0-9_-]{1,128})\/events$/.exec(url.pathname)?.[1];
      if (id !== undefined) return liveEvents(request, response, url, id);
    }
    if (path === '/search' || path.startsWith('/search?') || path.startsWith('/search/')) {
      const html = await search.answer(placesOf(io), new URL(path, 'http://site.invalid').searchParams);
      response
        .writeHead(200, {
          'content-type': 'text/html; charset=utf-8',
          'cache-control': 'no-store',
          ...SECURITY_HEADERS,
        })
        .end(html);
      return;
    }
    if (path.startsWith('/elder') && (await elder.answer(request, response))) return;
    if (path.startsWith('/open-data/') && (await openData.answer(request, response))) return;
    if (await leadOn(request, response)) return;
    if (!(await answerMonitor(request, response))) return page(request, response);
  }

  return {
    release,
    /** Ends what runs by itself and lets the readers of live rooms go. */
    async close(): Promise<void> {
      await stopKeeping();
      clearInterval(forgetting);
      stopIndexing();
      events.close();
    },
    /** Takes the server's requests: the site's are answered here, Strapi gets its own. */
    attach(server: Server): void {
      const strapi = server.listeners('request');
      server.removeAllListeners('request');
      server.on('request', (request: IncomingMessage, response: ServerResponse) => {
        const first = /^\/([^/?#]*)/.exec(request.url ?? '/')?.[1] ?? '';
        if (STRAPI.has(first)) {
          for (const listener of strapi) listener.call(server, request, response);
          return;
        }
        answer(request, response).catch((error: unknown) => {
          product.log('error', 'a page could not be served', { path: request.url, error: String(error) });
          if (!response.headersSent) response.writeHead(500, { 'content-type': 'text/plain; charset=utf-8' });
          response.end('页面暂时打不开，请稍后再试。');
        });
      });
    },
  };
}

export type FrontDoor = Awaited<ReturnType<typeof openFrontDoor>>;
