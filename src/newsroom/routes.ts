import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { z } from 'zod';
import type { Product } from '../assembly';
import { errorAnswer } from '../automation/error-answer';
import { parseBody } from '../delivery/parse-body';
import { DEEDS, type Deed } from './deeds';

const user = z.object({ firstname: z.string().nullish(), lastname: z.string().nullish(), email: z.string() });

/** Hangs the newsroom's calls under `/mingbai`, for admin users with the permission that each deed names. */
export function registerNewsroomRoutes(strapi: Core.Strapi, product: () => Product): void {
  strapi.server.routes({
    type: 'admin',
    prefix: '/mingbai',
    routes: DEEDS.map((deed) => ({
      method: deed.method,
      path: deed.path,
      handler: (ctx: Context) => handle(ctx, deed, product()),
      config: {
        policies: [
          'admin::isAuthenticatedAdmin',
          { name: 'admin::hasPermissions', config: { actions: [`api::publishing.${deed.permission}`] } },
        ],
      },
      info: { type: 'admin' as const },
    })),
  });
}

async function handle(ctx: Context, deed: Deed, product: Product): Promise<void> {
  try {
    const {
      status = 200,
      headers = {},
      body,
    } = await deed.do({
      product,
      params: z.record(z.string(), z.string()).parse(ctx['params']),
      query: parseBody(deed.query ?? z.unknown(), ctx.query),
      body: parseBody(deed.body ?? z.unknown(), ctx.request.body ?? {}),
      who: name(ctx),
    });
    ctx.status = status;
    ctx.body = body;
    ctx.set(headers);
  } catch (error) {
    const { status, body, fault } = errorAnswer(error);
    if (fault)
      product.log('error', 'newsroom call failed', {
        path: ctx.path,
        error: error instanceof Error ? error.stack : String(error),
      });
    ctx.status = status;
    ctx.body = body;
  }
}

/** Who does it, as the audit and the version remember him: name and address. */
function name(ctx: Context): string {
  const { firstname, lastname, email } = user.parse(ctx.state['user']);
  const full = [firstname, lastname].filter(Boolean).join(' ');
  return full ? `${full} <${email}>` : email;
}
