import type { Core } from '@strapi/strapi';

const UID = 'api::policy.policy';

/**
 * Tells of every policy that was saved, in the admin or by machine. Only a hint to look: whoever keeps the pages finds
 * what changed by itself, so a hint that is lost costs time and nothing else.
 */
export function watchPolicies(strapi: Core.Strapi, changed: () => void): void {
  strapi.documents.use(async (context, next) => {
    const result = await next();
    if (context.uid === UID && (context.action === 'create' || context.action === 'update')) changed();
    return result;
  });
}
