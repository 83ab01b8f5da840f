import type { Core } from '@strapi/strapi';
import type { Context, Next } from 'koa';
import type { Publishing } from '../delivery/assemble';
import { requireBearer } from '../automation/bearer';

/** Without regard to case, because the router has none. */
const CALLS = /^\/api\/v1\/(?!openapi\.json$)/i;

/**
 * Turns strangers away before their request is read: otherwise anybody could have this machine take in 200 MB first.
 * The calls themselves ask for the token again.
 */
export default (_config: unknown, { strapi }: { strapi: Core.Strapi }) =>
  async (ctx: Context, next: Next): Promise<void> => {
    if (CALLS.test(ctx.path)) {
      const { apiToken } = strapi.config.get<Publishing>('publishing');
      requireBearer(ctx.get('authorization') || undefined, apiToken);
    }
    await next();
  };
