import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import type { ImportParts } from './import-pictures';
import { withOwnPictures } from './with-own-pictures';

const UID = 'api::explainer.explainer';
/** How long somebody who saves waits for other websites, milliseconds. */
const PATIENCE = 6_000;
/** Where the editor of the admin saves; machines are answered with the problems by their own route. */
const EDITOR = '/content-manager/';

const change = z.looseObject({ data: z.record(z.string(), z.unknown()) });

/**
 * When staff save an explainer, pictures that its texts show from elsewhere come into the library. What does not come,
 * or not in time, stays as it was written, is named by the checks before sign-off, and is tried again at the next save.
 * Registered before whatever opens a transaction: nobody waits for other websites inside of one.
 */
export function importOnSave(strapi: Core.Strapi, parts: () => ImportParts, patience = PATIENCE): void {
  strapi.documents.use(async (context, next) => {
    if (context.uid !== UID || (context.action !== 'create' && context.action !== 'update')) return next();
    if (!strapi.requestContext.get()?.path.startsWith(EDITOR)) return next();
    const params = change.safeParse(context.params);
    if (params.success) {
      const until = AbortSignal.timeout(patience);
      const { input } = await withOwnPictures(params.data.data, { ...parts(), until });
      Object.assign(context.params, { data: input });
    }
    return next();
  });
}
